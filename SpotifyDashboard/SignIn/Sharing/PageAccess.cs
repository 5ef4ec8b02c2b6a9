using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>Who may see what of whom: the one place that answers it.</summary>
/// <remarks>
/// In <c>Local</c> mode whoever reaches the dashboard at all (<see cref="LocalAccess"/>) is its listener, and sees everything of theirs.
/// Somebody else sees what a share link grants, and the page that <c>Access:PublicTop20</c> names; these addresses (<see cref="IsOpen"/>)
/// need no login, now and when there are accounts, and whatever else there is does.
/// </remarks>
internal sealed class PageAccess(
    ShareLinks links,
    SharedPages pages,
    PublicProfile everybody,
    ListenerDirectory directory,
    ListenerScope scope,
    IOptionsMonitor<AccessOptions> options)
{
    /// <summary>Where share links lead.</summary>
    public const string LinkPath = "/s";

    /// <summary>Where the public top list stands.</summary>
    public const string PublicTop20Path = "/top20/public";

    /// <summary>Whether an address is made for visitors: it says itself what they may see.</summary>
    public static bool IsOpen(PathString path) =>
        path.StartsWithSegments(LinkPath, StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(PublicTop20Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>The listener who is asking, whose own pages, links and settings are theirs to use; null while there is none.</summary>
    public Task<ListenerProfile?> FindSelfAsync(CancellationToken cancellationToken) => directory.FindCurrentAsync(cancellationToken);

    /// <summary>What a share link grants; null where it grants nothing (any more).</summary>
    public async Task<GrantedPage?> ByLinkAsync(string token, CancellationToken cancellationToken)
    {
        using var whole = scope.EnterHouse();
        return await links.FindAsync(token, cancellationToken) is { } link
            && pages.Find(link.Page) is { } found
            && await directory.FindWithVersionAsync(link.ListenerId, cancellationToken) is { } listener
            ? new GrantedPage(listener.Profile, listener.Version, found.Page, found.Address, link.ShowsName, IsPublic: false) { LinkId = link.Id, EndsAt = link.ExpiresAt }
            : null;
    }

    /// <summary>What <c>Access:PublicTop20</c> grants; null where nothing.</summary>
    /// <param name="query">The choices, as they stand in the visitor's address.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<GrantedPage?> ByPublicTop20Async(string? query, CancellationToken cancellationToken)
    {
        using var whole = scope.EnterHouse();
        return options.CurrentValue.PublicTop20 is { } listenerId
            && pages.Find($"/top20{query}") is { } found
            && await directory.FindWithVersionAsync(listenerId, cancellationToken) is { } listener
            ? new GrantedPage(listener.Profile, listener.Version, found.Page, found.Address, await everybody.ShowsNameAsync(listenerId, cancellationToken), IsPublic: true)
            : null;
    }
}
