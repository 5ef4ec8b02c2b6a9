using System.Globalization;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Finds the stretches in which plays may be missing, and closes those that an import has covered.</summary>
/// <remarks>
/// Spotify shows the last 50 plays. A full page whose oldest play ended after the newest one known says that more than the page may have been played
/// since; any other page reaches back to what is known, and nothing is missing.
/// </remarks>
internal sealed class GapFinder(StorageWriter writer, TimeProvider time)
{
    /// <summary>How far the end of one play may lie apart in a poll and an export: some devices tell the start instead (contracts, 2.7).</summary>
    private static readonly TimeSpan s_sameMoment = TimeSpan.FromHours(1);

    /// <summary>Notes a gap where a page shows one. The same page again notes nothing.</summary>
    /// <returns>How many were noted: 0 or 1.</returns>
    public static async Task<int> FindAsync(
        WriteTransaction write, IReadOnlyList<SpotifyPlay> page, int fullPage, DateTimeOffset? newestKnown, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (page.Count < fullPage)
        {
            return 0;
        }

        var to = page.Min(play => play.EndedAt);
        if ((newestKnown ?? await NewestImportedAsync(write, cancellationToken)) is not { } from || to <= from)
        {
            return 0;
        }

        await using var add = write.Command(
            $"INSERT INTO gaps (listener_id, from_at, to_at, found_at) VALUES ({write.ListenerId}, @from, @to, @now) ON CONFLICT DO NOTHING", "from", "to", "now");
        add.Set(from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        return await add.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Closes each open gap of a listener on both sides of which an imported history knows plays: the polled ones at its edges stand in it, so it reaches over.</summary>
    /// <returns>How many were closed.</returns>
    public async Task<int> CloseAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var write = await writer.BeginAsync(listenerId, cancellationToken);
        var closed = 0;
        foreach (var (id, from, to) in await OpenAsync(write, cancellationToken))
        {
            if (await FileAtAsync(write, from, cancellationToken) is not null && await FileAtAsync(write, to, cancellationToken) is { } file)
            {
                await using var close = write.Command(
                    $"UPDATE gaps SET closed_at = @now, closed_by = @file WHERE id = @id AND listener_id = {listenerId} AND closed_at IS NULL", "now", "file", "id");
                closed += close.Run(time.GetUtcNow().ToUnixTimeMilliseconds(), file, id);
            }
        }

        if (closed > 0)
        {
            write.MarkAdded();
            await write.CommitAsync(cancellationToken);
        }

        return closed;
    }

    /// <summary>End of the newest play that a history has brought: what the first poll must reach back to. Null where nothing was imported.</summary>
    private static async Task<DateTimeOffset?> NewestImportedAsync(WriteTransaction write, CancellationToken cancellationToken)
    {
        await using var find = write.Command(
            $"SELECT MAX(ended_at) FROM sightings WHERE listener_id = {write.ListenerId} AND (source <> {(int)Source.Poll} OR import_file_id IS NOT NULL)");
        return await find.ExecuteScalarAsync(cancellationToken) is { } newest and not DBNull
            ? DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(newest, CultureInfo.InvariantCulture))
            : null;
    }

    private static async Task<List<(int Id, long From, long To)>> OpenAsync(WriteTransaction write, CancellationToken cancellationToken)
    {
        var open = new List<(int, long, long)>();
        await using var select = write.Command($"SELECT id, from_at, to_at FROM gaps WHERE listener_id = {write.ListenerId} AND closed_at IS NULL");
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            open.Add((rows.GetInt32(0), rows.GetInt64(1), rows.GetInt64(2)));
        }

        return open;
    }

    /// <summary>The imported file that knows a play at a moment; null where none does.</summary>
    /// <remarks>Our own export does not count: it brings the gaps it has, and knows of no play that was missing when it was written.</remarks>
    private static async Task<string?> FileAtAsync(WriteTransaction write, long moment, CancellationToken cancellationToken)
    {
        await using var find = write.Command(
            $"""
            SELECT f.name FROM sightings s JOIN import_files f ON f.id = s.import_file_id
            WHERE s.listener_id = {write.ListenerId} AND s.ended_at BETWEEN @first AND @last
              AND f.kind <> '{ExportFormat.Name}' AND s.source IN ({(int)Source.ExtendedExport}, {(int)Source.AccountExport}) ORDER BY s.ended_at LIMIT 1
            """,
            "first", "last");
        var reach = (long)s_sameMoment.TotalMilliseconds;
        find.Set(moment - reach, moment + reach);
        return Convert.ToString(await find.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) is { Length: > 0 } name ? name : null;
    }
}
