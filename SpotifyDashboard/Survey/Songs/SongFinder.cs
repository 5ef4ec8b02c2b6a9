using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.ReccoBeats;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn;

namespace SpotifyDashboard.Survey.Songs;

/// <summary>Finds the track that a favourite song is: at home first, then at ReccoBeats, then at Spotify where somebody is connected.</summary>
internal sealed class SongFinder(ReccoBeatsClient reccoBeats, SpotifyClient spotify, SpotifyConnection connection)
{
    /// <summary>Beyond this nobody is asked further.</summary>
    private const double Sure = .9;

    /// <summary>The track with its certainty, where the tracks at home leave no doubt; null otherwise.</summary>
    public static (SongCandidate Track, double Certainty)? FindAtHome(WantedSong wanted, LocalSongs local) =>
        SongJudge.Best(wanted, local.Of(wanted)) is { Certainty: >= Sure } best ? best : null;

    /// <summary>The track with its certainty; null where nobody who was asked knows it.</summary>
    /// <param name="wanted">The song.</param>
    /// <param name="local">The tracks at home.</param>
    /// <param name="failures">Who is not asked because they failed; those who fail now are added.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<(SongCandidate Track, double Certainty)?> FindAsync(WantedSong wanted, LocalSongs local, SearchFailures failures, CancellationToken cancellationToken)
    {
        if (wanted.TrackId is { } id)
        {
            return (new SongCandidate(id, wanted.Title, wanted.Artist is { } artist ? [artist] : []), 1);
        }

        var best = SongJudge.Best(wanted, local.Of(wanted));
        (string Service, Func<WantedSong, CancellationToken, Task<IReadOnlyList<SongCandidate>>> Ask)[] others =
            [(ReccoBeatsClient.Service, AskReccoBeatsAsync), (SpotifyService.Api, AskSpotifyAsync)];
        foreach (var (service, ask) in others.Where(other => !failures.IsResting(other.Service)))
        {
            if (best?.Certainty >= Sure)
            {
                break;
            }

            try
            {
                best = Better(best, SongJudge.Best(wanted, await ask(wanted, cancellationToken)));
            }
            catch (ProviderException exception)
            {
                failures.Note(service, exception);
            }
        }

        return best;
    }

    private static (SongCandidate Track, double Certainty)? Better((SongCandidate Track, double Certainty)? one, (SongCandidate Track, double Certainty)? other) =>
        one is null || other?.Certainty > one.Value.Certainty ? other : one;

    private async Task<IReadOnlyList<SongCandidate>> AskReccoBeatsAsync(WantedSong wanted, CancellationToken cancellationToken)
    {
        List<SongCandidate> found = [];
        string[] questions = wanted.Artist is null ? [wanted.Title] : [$"{wanted.Title} {wanted.Artist}", wanted.Title];
        foreach (var question in questions)
        {
            found.AddRange((await reccoBeats.SearchTracksAsync(question, cancellationToken)).Select(static hit =>
                new SongCandidate(hit.TrackId, hit.Track.Title ?? "", [.. hit.Track.Artists.Select(static artist => artist.Name)], hit.Track.Popularity)));
            if (SongJudge.Best(wanted, found)?.Certainty >= Sure)
            {
                break;
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<SongCandidate>> AskSpotifyAsync(WantedSong wanted, CancellationToken cancellationToken)
    {
        if (await connection.FindSharedAskerAsync(cancellationToken) is not { } listener)
        {
            return [];
        }

        var found = await spotify.SearchTracksAsync(listener, wanted.Title, wanted.Artist, cancellationToken);
        return [.. found.Where(static track => track.Id is not null).Select(static track => new SongCandidate(track.Id ?? "", track.Name, [.. track.Artists.Select(static artist => artist.Name)]))];
    }
}
