using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Brings the listener's name and picture up to date, once a day.</summary>
internal sealed class ProfileSync(
    SpotifyClient spotify, IAccessTokens tokens, ListenerDirectory listeners, IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromDays(1);

    /// <summary>Asks who the listener is, where that was not asked lately.</summary>
    public async Task RunAsync(SyncPull pull, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = now - s_fresh;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.PollStates.AnyAsync(state => state.ListenerId == pull.ListenerId && state.ProfileReadAt > since, cancellationToken))
        {
            return;
        }

        var profile = await spotify.GetProfileAsync(await tokens.GetAsync(pull.ListenerId, cancellationToken), cancellationToken);
        await listeners.ChangeAsync(
            pull.ListenerId,
            listener =>
            {
                listener.DisplayName = profile.DisplayName is { Length: > 0 } name ? StoredText.Name(name) : listener.DisplayName;
                listener.ImageUrl = profile.ImageUrl;
            },
            cancellationToken);
        await context.PollStates
            .Where(state => state.ListenerId == pull.ListenerId)
            .ExecuteUpdateAsync(state => state.SetProperty(s => s.ProfileReadAt, now), cancellationToken);
    }
}
