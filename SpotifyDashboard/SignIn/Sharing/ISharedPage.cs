using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>A page that can be shown to somebody who is not its listener; a feature registers one for each such page.</summary>
public interface ISharedPage
{
    /// <summary>What is asked for, with every choice checked; null where the address is that of another page.</summary>
    /// <exception cref="RefusedParameterException">The page is this one, and a choice can't be used.</exception>
    SharedScope? Read(PageAddress address);

    /// <summary>Computes what is shown. It holds nothing of the listener but their listening: no name, no picture, no address.</summary>
    /// <param name="listener">Whose plays.</param>
    /// <param name="address">An address that <see cref="Read"/> knows.</param>
    /// <param name="choicesAt">The path under which the visitor may see other choices of the page too; null: this one only.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<SharedContent> DrawAsync(ListenerProfile listener, PageAddress address, string? choicesAt, CancellationToken cancellationToken);
}
