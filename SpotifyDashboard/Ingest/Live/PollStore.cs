using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Stores what a poll showed: sightings, their plays, and a gap where plays may be missing; all within the caller's transaction.</summary>
internal sealed class PollStore(WriteTransaction write, DateTimeOffset now)
{
    /// <summary>Entries of a full page.</summary>
    private const int FullPage = 50;

    /// <summary>Stores a page.</summary>
    /// <param name="page">The plays as Spotify showed them, in any order.</param>
    /// <param name="newestKnown">End of the newest play that an earlier poll has shown; null before the first.</param>
    /// <param name="cancellationToken">Ends the storing; the caller rolls back.</param>
    public async Task<PollResult> StoreAsync(IReadOnlyList<SpotifyPlay> page, DateTimeOffset? newestKnown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var fresh = await FreshAsync(page, cancellationToken);
        if (fresh.Count == 0)
        {
            return new PollResult(page.Count, 0, 0, []);
        }

        await write.EndDemoAsync(cancellationToken);
        using var catalogue = new LiveCatalogue(write, now);
        var firstNewId = await NextIdAsync(cancellationToken);
        var stored = Insert(fresh, catalogue, firstNewId);
        var tally = new PollTally();
        if (stored.Count > 0 || catalogue.Renamed.Count > 0)
        {
            var touched = new TouchedDays();
            stored.ForEach(sighting => touched.Add(sighting.EndedAt));
            await using var deriver = await PlayDeriver.CreateAsync(write, firstNewId, stored, tally, cancellationToken);
            await deriver.DeriveAsync(touched, catalogue.Renamed, new HashSet<long>(), static _ => { }, cancellationToken);
        }

        var gaps = await GapFinder.FindAsync(write, page, FullPage, newestKnown, now, cancellationToken);
        return new PollResult(page.Count, tally.AddedPlays, gaps, [.. stored.Select(sighting => sighting.TrackId).Distinct()]);
    }

    /// <summary>What no earlier poll has shown. By end and track alone: the length told for a track may change, the play does not.</summary>
    private async Task<List<SpotifyPlay>> FreshAsync(IReadOnlyList<SpotifyPlay> page, CancellationToken cancellationToken)
    {
        if (page.Count == 0)
        {
            return [];
        }

        var known = new HashSet<(long, string)>();
        await using var select = write.Command(
            $"""
            SELECT s.ended_at, t.spotify_id FROM sightings s JOIN tracks t ON t.id = s.track_id
            WHERE s.listener_id = {write.ListenerId} AND s.ended_at BETWEEN @first AND @last AND s.source = {(int)Source.Poll} AND t.spotify_id IS NOT NULL
            """,
            "first", "last");
        select.Set(page.Min(play => play.EndedAt).ToUnixTimeMilliseconds(), page.Max(play => play.EndedAt).ToUnixTimeMilliseconds());
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            known.Add((rows.GetInt64(0), rows.GetString(1)));
        }

        return [.. page.Where(play => play.Track.Id is { } id && known.Add((play.EndedAt.ToUnixTimeMilliseconds(), id))).OrderBy(play => play.EndedAt)];
    }

    private async Task<long> NextIdAsync(CancellationToken cancellationToken)
    {
        await using var last = write.Command("SELECT COALESCE(MAX(id), 0) FROM sightings");
        return Convert.ToInt64(await last.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) + 1;
    }

    private List<SightingFacts> Insert(List<SpotifyPlay> fresh, LiveCatalogue catalogue, long firstNewId)
    {
        using var contexts = new ContextDirectory(write);
        using var insert = write.Command(
            $"""
            INSERT INTO sightings (id, listener_id, ended_at, source, track_id, ms_played, offline_timestamp, occurrence, circumstance_id, flags, context_id)
            VALUES (@id, {write.ListenerId}, @ended, {(int)Source.Poll}, @track, @ms, 0, 0, {Circumstance.UnknownId}, 0, @context)
            """,
            "id", "ended", "track", "ms", "context");
        var stored = new List<SightingFacts>(fresh.Count);
        foreach (var play in fresh)
        {
            if (catalogue.Track(play.Track, play.EndedAt) is not { } track)
            {
                continue;
            }

            var sighting = new SightingFacts
            {
                Id = firstNewId + stored.Count,
                EndedAt = play.EndedAt.ToUnixTimeMilliseconds(),
                Source = Source.Poll,
                TrackId = track,
                MsPlayed = Math.Max(0, play.Track.DurationMs ?? 0),
                CircumstanceId = Circumstance.UnknownId,
                ContextId = play.ContextUri is { Length: > 0 } uri ? contexts.Number(uri) : null,
            };
            insert.Run(sighting.Id, sighting.EndedAt, sighting.TrackId, sighting.MsPlayed, sighting.ContextId);
            stored.Add(sighting);
        }

        return stored;
    }
}
