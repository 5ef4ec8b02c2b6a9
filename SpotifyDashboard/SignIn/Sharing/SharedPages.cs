using SpotifyDashboard.Session;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>The pages that can be shared.</summary>
internal sealed class SharedPages(IEnumerable<ISharedPage> pages)
{
    private readonly ISharedPage[] _pages = [.. pages];

    /// <summary>What an address asks to share.</summary>
    /// <exception cref="RefusedParameterException">It is no page that can be shared, or one of its choices can't be used.</exception>
    public SharedScope Read(string? page) =>
        PageAddress.TryParse(page) is { } address && _pages.Select(candidate => candidate.Read(address)).FirstOrDefault(scope => scope is not null) is { } scope
            ? scope
            : throw new RefusedParameterException("page", $"'{page}' can't be shared; give the address of a page as it stands in the browser: /top20, /recap/2026, /recap/2026/3 or /stats, with its choices.");

    /// <summary>The page at a stored address; null where this version no longer knows it.</summary>
    public (ISharedPage Page, PageAddress Address, SharedScope Scope)? Find(string stored)
    {
        if (PageAddress.TryParse(stored) is not { } address)
        {
            return null;
        }

        try
        {
            return _pages.Select(page => (Page: page, Address: address, Scope: page.Read(address))).Where(found => found.Scope is not null)
                .Select(found => ((ISharedPage, PageAddress, SharedScope)?)(found.Page, found.Address, found.Scope!)).FirstOrDefault();
        }
        catch (RefusedParameterException)
        {
            // Stored by a version whose choices this one does not have.
            return null;
        }
    }
}
