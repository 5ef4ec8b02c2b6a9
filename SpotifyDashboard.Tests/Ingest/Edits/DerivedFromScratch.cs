using SpotifyDashboard.Ingest;

namespace SpotifyDashboard.Tests.Ingest.Edits;

/// <summary>The plays as one single derivation of everything stored makes them, beside those that are stored.</summary>
internal static class DerivedFromScratch
{
    /// <summary>The plays that all sightings make, those left out that have a removed one, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<string>> ExpectedAsync(ImportBench bench)
    {
        await using var write = await bench.Database.Writer.BeginAsync(bench.ListenerId, TestContext.Current.CancellationToken);
        await using var reader = await SightingReader.CreateAsync(write, long.MaxValue, atHand: null, TestContext.Current.CancellationToken);
        var all = new List<SightingFacts>();
        for (long? next = 0; next is { } position;)
        {
            (var rows, next) = await reader.ReadAsync(position, TestContext.Current.CancellationToken);
            all.AddRange(rows);
        }

        using var names = new TrackNames(write);
        var named = names.Named(all);
        return [.. PlayMerger.Derive(named)
            .Where(merged => !merged.Others.Append(merged.Carrier).Any(i => named[i].IsRemoved))
            .Select(merged => merged.Play)
            .OrderBy(play => play.Id)
            .Select(play => $"{play.Id}|{play.Times.StartedAt}|{play.Times.EndedAt}|{play.MsPlayed}|{play.TrackId}|{(int)play.Source}|{(int)play.Times.Precision}|{play.CircumstanceId}|{(int)play.Flags}|{play.ContextId}")];
    }

    /// <summary>The stored plays with all that is stored of them.</summary>
    public static async Task<IReadOnlyList<string>> StoredAsync(ImportBench bench) =>
        [.. (await bench.Database.RowsAsync(
            $"""
            SELECT id, started_at, ended_at, ms_played, track_id, source, precision, circumstance_id, flags, context_id
            FROM plays WHERE listener_id = {bench.ListenerId} ORDER BY id
            """)).Select(row => string.Join('|', row))];
}
