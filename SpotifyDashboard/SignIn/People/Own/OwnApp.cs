using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.People.Own;

/// <summary>Sets and removes the Spotify app that a listener brings.</summary>
internal sealed class OwnApp(SpotifyApps apps, ConnectionWatcher watcher, ConnectionChanged changed)
{
    /// <summary>Uses an app of the visitor's own from now on.</summary>
    /// <returns>What is wrong with the text, in a sentence; null where it was stored.</returns>
    public async Task<string?> SaveAsync(Visitor visitor, string clientId, string clientSecret, CancellationToken cancellationToken)
    {
        var refused = await apps.SaveOwnAsync(ListenerOf(visitor), clientId, clientSecret, cancellationToken);
        if (refused is null)
        {
            await TellAsync(visitor, cancellationToken);
        }

        return refused;
    }

    /// <summary>Goes back to the dashboard's app.</summary>
    public async Task RemoveAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        await apps.RemoveOwnAsync(ListenerOf(visitor), cancellationToken);
        await TellAsync(visitor, cancellationToken);
    }

    private static int ListenerOf(Visitor visitor) => visitor.MayChange ? visitor.ListenerId : throw new AccountRefusedException("Guests have no login at Spotify here.");

    private async Task TellAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        await watcher.LookAsync(cancellationToken);
        changed.Publish(visitor.ListenerId);
    }
}
