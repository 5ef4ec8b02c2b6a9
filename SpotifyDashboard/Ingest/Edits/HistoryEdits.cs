using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Edits;

/// <summary>Takes single plays out of a history and puts them back. Nothing that a source said is ever deleted.</summary>
/// <remarks>
/// A removal is noted for every sighting that saw the play, and a play is left out while any of its sightings is removed: so it stays away
/// when its file is imported again, when another source turns out to have seen it, and when plays are derived anew
/// (docs/decisions/0016-removed-plays.md).
/// </remarks>
public sealed class HistoryEdits
{
    private readonly StorageWriter _writer;
    private readonly IDbContextFactory<DashboardDbContext> _contexts;
    private readonly ListenerDirectory _listeners;
    private readonly TimeProvider _time;

    /// <summary>Made by the container.</summary>
    public HistoryEdits(StorageWriter writer, IDbContextFactory<DashboardDbContext> contexts, ListenerDirectory listeners, TimeProvider time)
    {
        _writer = writer;
        _contexts = contexts;
        _listeners = listeners;
        _time = time;
    }

    /// <summary>Takes a play out of the history.</summary>
    /// <param name="listenerId">Whose history; plays of others are unknown here.</param>
    /// <param name="playId">The play.</param>
    /// <param name="cancellationToken">Ends the operation; nothing is changed then.</param>
    public Task<EditOutcome> RemoveAsync(int listenerId, long playId, CancellationToken cancellationToken) => EditAsync(
        listenerId,
        playId,
        """
        INSERT INTO removed_sightings (listener_id, sighting_id, removed_at) VALUES (@listener, @sighting, @now)
        ON CONFLICT (listener_id, sighting_id) DO UPDATE SET removed_at = excluded.removed_at, restored_at = NULL
        WHERE removed_sightings.restored_at IS NOT NULL
        """,
        cancellationToken);

    /// <summary>Puts a removed play back, as it was.</summary>
    /// <param name="listenerId">Whose history; plays of others are unknown here.</param>
    /// <param name="playId">The play.</param>
    /// <param name="cancellationToken">Ends the operation; nothing is changed then.</param>
    public Task<EditOutcome> RestoreAsync(int listenerId, long playId, CancellationToken cancellationToken) => EditAsync(
        listenerId,
        playId,
        "UPDATE removed_sightings SET restored_at = @now WHERE listener_id = @listener AND sighting_id = @sighting AND restored_at IS NULL",
        cancellationToken);

    /// <summary>The plays that are removed, the latest removal first.</summary>
    /// <param name="listenerId">Whose history.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<RemovedPlay>> ListRemovedAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from removed in context.RemovedSightings
            where removed.ListenerId == listenerId && removed.RestoredAt == null
            join sighting in context.Sightings on removed.SightingId equals sighting.Id
            join carrier in context.Sightings on (sighting.MergedIntoId ?? sighting.Id) equals carrier.Id
            join circumstance in context.Circumstances on carrier.CircumstanceId equals circumstance.Id
            join track in context.Tracks on carrier.TrackId equals track.Id
            join artist in context.Artists on track.ArtistId equals artist.Id
            select new RemovedRow(
                carrier, circumstance.ReasonEnd, track, artist.Name, context.Albums.Where(album => album.Id == track.AlbumId).Select(album => album.Title).FirstOrDefault(), removed.RemovedAt))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.Carrier.Id).Select(group => group.MaxBy(row => row.RemovedAt)).OfType<RemovedRow>()
            .OrderByDescending(row => row.RemovedAt).ThenByDescending(row => row.Carrier.Id).Select(row => row.ToPlay())];
    }

    private async Task<EditOutcome> EditAsync(int listenerId, long playId, string statement, CancellationToken cancellationToken)
    {
        if (await _listeners.FindAsync(listenerId, cancellationToken) is not { } listener)
        {
            return EditOutcome.Unknown;
        }

        if (listener.IsDemo)
        {
            return EditOutcome.IsDemo;
        }

        await using var write = await _writer.BeginAsync(listenerId, cancellationToken);
        if (await PlaySightings.FindAsync(write, playId, cancellationToken) is not { } play)
        {
            return EditOutcome.Unknown;
        }

        await using var change = write.Command(statement, "listener", "sighting", "now");
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        var changed = play.Members.Where(member => change.Run(listenerId, member.Id, now) > 0).ToList();
        if (changed.Count > 0)
        {
            await DeriveAsync(write, changed, cancellationToken);
            await write.CommitAsync(cancellationToken);
        }

        return EditOutcome.Done;
    }

    private static async Task DeriveAsync(WriteTransaction write, List<(long Id, long EndedAt)> changed, CancellationToken cancellationToken)
    {
        await using var last = write.Command("SELECT COALESCE(MAX(id), 0) FROM sightings");
        var firstNewId = Convert.ToInt64(await last.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) + 1;
        var touched = new TouchedDays();
        changed.ForEach(member => touched.Add(member.EndedAt));
        await using var deriver = await PlayDeriver.CreateAsync(write, firstNewId, atHand: [], new NoFates(), cancellationToken);
        await deriver.DeriveAsync(touched, new HashSet<int>(), changed.Select(member => member.Id).ToHashSet(), static _ => { }, cancellationToken);
    }
}
