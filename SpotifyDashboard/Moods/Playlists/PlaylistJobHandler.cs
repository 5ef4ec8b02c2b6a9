using System.Net.Http;
using Polly.CircuitBreaker;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Playlists;

/// <summary>Makes one playlist at Spotify: empty first, then its tracks by the hundred.</summary>
/// <remarks>
/// What Spotify said is stored before the next call. Calls are not cancelled with the job, since Spotify may carry out what nobody waits
/// for. A job killed while an answer was awaited goes on as docs/decisions/0024-playlists.md says: it never makes a second playlist, and
/// never doubles a track.
/// </remarks>
internal sealed class PlaylistJobHandler(PlaylistStore store, SpotifyClient spotify, SpotifyConsent consent) : IJobHandler
{
    public const string JobKind = "playlist";

    private const string Description = "Made by your Spotify Dashboard.";

    /// <inheritdoc/>
    public string Kind => JobKind;

    /// <inheritdoc/>
    public async Task<object?> RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var id = PlaylistJobInput.Read(job.Input).Playlist;
        var row = await store.FindAsync(job.ListenerId, id, cancellationToken) ?? throw new JobFailedException("This playlist was deleted.");
        var tracks = PlaylistStore.TracksOf(row);
        try
        {
            job.Report($"Making “{row.Name}” on Spotify…", 0, tracks.Count);
            row = row.SpotifyId is null ? await CreateAsync(row, cancellationToken) : row;
            await FillAsync(row, tracks, added => job.Report($"Adding tracks to “{row.Name}”…", added, tracks.Count), cancellationToken);
            await store.SetDoneAsync(id);
            return new PlaylistJobResult(row.Name, row.Url, tracks.Count, row.LeftOut);
        }
        catch (ProviderException exception)
        {
            throw new JobFailedException(await ExplainAsync(job.ListenerId, exception, cancellationToken), innerException: exception);
        }
    }

    private async Task<PlaylistRow> CreateAsync(PlaylistRow row, CancellationToken cancellationToken)
    {
        if (!await store.TryClaimAsync(row.Id, cancellationToken))
        {
            throw new JobFailedException($"Spotify was asked to make “{row.Name}”, but its answer got lost. Look whether it is among your playlists there before you try again.");
        }

        try
        {
            var made = await spotify.CreatePlaylistAsync(row.ListenerId, row.Name, Description, CancellationToken.None);
            await store.SetMadeAsync(row.Id, made.Id, made.Url);
        }
        catch (ProviderException exception) when (IsSurelyUndone(exception))
        {
            await store.ReleaseAsync(row.Id, CancellationToken.None);
            throw;
        }

        return await store.FindAsync(row.ListenerId, row.Id, CancellationToken.None) ?? throw new JobFailedException("This playlist was deleted.");
    }

    private async Task FillAsync(PlaylistRow row, IReadOnlyList<string> tracks, Action<int> report, CancellationToken cancellationToken)
    {
        var (playlistId, added) = (row.SpotifyId ?? throw new InvalidOperationException("The playlist is not there yet."), row.Added);

        // Nobody knows whether the last hundred came in: then all is put in anew, in the place of what is there.
        var isUncertain = row.Sent > row.Added;
        for (added = isUncertain ? 0 : added; added < tracks.Count;)
        {
            report(added);
            cancellationToken.ThrowIfCancellationRequested();
            string[] part = [.. tracks.Skip(added).Take(SpotifyClient.MostPlaylistItems)];
            await store.SetProgressAsync(row.Id, added, added + part.Length);
            try
            {
                await spotify.PutPlaylistItemsAsync(row.ListenerId, playlistId, part, isUncertain, CancellationToken.None);
            }
            catch (ProviderException exception) when (!isUncertain && IsSurelyUndone(exception))
            {
                await store.SetProgressAsync(row.Id, added, added);
                throw;
            }

            isUncertain = false;
            added += part.Length;
            await store.SetProgressAsync(row.Id, added, added);
        }

        report(tracks.Count);
    }

    /// <summary>Whether Spotify answered that it will not, or was never reached; not where an answer got lost.</summary>
    private static bool IsSurelyUndone(ProviderException exception) =>
        exception.Failure != Failure.Retry
        || exception.InnerException is BrokenCircuitException or HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };

    private async Task<string> ExplainAsync(int listenerId, ProviderException exception, CancellationToken cancellationToken)
    {
        if (exception is { Failure: Failure.LogInAgain, StatusCode: StatusCodes.Status403Forbidden })
        {
            await consent.LoseAsync(listenerId, SpotifyAccounts.PlaylistScope, cancellationToken);
        }

        return exception.Hint is { } hint ? $"{exception.Message} {hint}" : exception.Message;
    }
}
