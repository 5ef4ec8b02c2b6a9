using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>One pull from Spotify: recently played, top lists, saved tracks, and the features that these tracks lack.</summary>
/// <remarks>Each part is stored as it comes. One that fails leaves the others alone, unless nobody can be asked any more; the next sync goes on from there.</remarks>
internal sealed class SpotifySync(
    PollTurns turns, AskedPoll plays, TopSync tops, SavedSync saved, ProfileSync profile, CallBudget budget, IEnumerable<ITrackEnricher> enrichers) : ISyncSource
{
    /// <inheritdoc/>
    public async Task<bool> ServesAsync(int listenerId, CancellationToken cancellationToken) =>
        (await turns.ConnectedAsync(cancellationToken)).Contains(listenerId);

    /// <inheritdoc/>
    public async Task<SyncOutcome> RunAsync(int listenerId, Action<string> report, CancellationToken cancellationToken)
    {
        var pull = new SyncPull(listenerId);
        (string Name, Func<SyncPull, CancellationToken, Task> RunAsync)[] parts =
        [
            ("recently played", plays.RunAsync),
            ("saved tracks", saved.RunAsync),
            ("top tracks", tops.RunTracksAsync),
            ("top artists", tops.RunArtistsAsync),
            ("your name and picture", profile.RunAsync),
        ];
        foreach (var (name, runAsync) in parts)
        {
            report(name);
            if (!await TryAsync(pull, runAsync, cancellationToken))
            {
                break;
            }
        }

        report("audio features");
        var (wanted, found) = (0, 0);
        foreach (var enricher in enrichers.TakeLast(1))
        {
            (wanted, found) = await enricher.EnrichAsync(listenerId, pull.Tracks, cancellationToken);
        }

        var view = await budget.ReadAsync(listenerId, cancellationToken);
        var result = new SyncResult(
            new SyncPlays(pull.PlaysFetched, pull.PlaysAdded),
            pull.TopTracks,
            pull.TopArtists,
            pull.SavedTracks,
            new SyncFeatures(wanted, found),
            pull.Gaps,
            view.Left,
            view.BlockedUntil ?? pull.WaitUntil);
        return new SyncOutcome(result, pull.Problem);
    }

    /// <summary>Runs a part; false where it is of no use to go on with the next.</summary>
    private static async Task<bool> TryAsync(SyncPull pull, Func<SyncPull, CancellationToken, Task> runAsync, CancellationToken cancellationToken)
    {
        try
        {
            await runAsync(pull, cancellationToken);
            return true;
        }
        catch (ProviderException exception)
        {
            pull.Note(exception);
            return exception.Failure is Failure.Retry or Failure.NotAvailable or Failure.NotFound;
        }
    }
}
