using SpotifyDashboard.Ingest;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>Writes sightings shortly. Seconds count from an arbitrary evening, a whole minute.</summary>
internal static class Sightings
{
    public const long Epoch = 1_700_000_040_000;

    public static SightingFacts Extended(double second, int ms = 200_000, int track = 1, long offline = 0, string? names = null, bool wasOffline = false) =>
        Of(Source.ExtendedExport, second, ms, track, names) with
        {
            OfflineTimestamp = offline,
            Flags = wasOffline ? SightingTraits.OfflineTold | SightingTraits.Offline : SightingTraits.None,
            CircumstanceId = 2,
        };

    public static SightingFacts Poll(double second, int ms = 200_000, int track = 1, string? names = null) =>
        Of(Source.Poll, second, ms, track, names) with { ContextId = 5 };

    public static SightingFacts Account(int minute, int ms = 200_000, int track = 1, short occurrence = 0, string? names = null) =>
        Of(Source.AccountExport, minute * 60, ms, 1000 + track, names ?? $"track {track}") with { Occurrence = occurrence };

    /// <summary>The plays of a set, without ids: what was played when.</summary>
    public static List<(int Track, long StartedAt, long EndedAt, int Ms, Source Source)> Plays(IReadOnlyList<SightingFacts> sightings) =>
        [.. PlayMerger.Derive(sightings)
            .Select(merged => (merged.Play.TrackId, merged.Play.Times.StartedAt, merged.Play.Times.EndedAt, merged.Play.MsPlayed, merged.Play.Source))
            .Order()];

    /// <summary>Gives numbers in the order of the list.</summary>
    public static List<SightingFacts> Numbered(IEnumerable<SightingFacts> sightings) =>
        [.. sightings.Select((sighting, i) => sighting with { Id = i + 1 })];

    private static SightingFacts Of(Source source, double second, int ms, int track, string? names) => new()
    {
        Id = 0,
        EndedAt = Epoch + (long)(second * 1000),
        Source = source,
        TrackId = track,
        MsPlayed = ms,
        CircumstanceId = Circumstance.UnknownId,
        Names = names ?? $"track {track}",
        SpotifyId = source == Source.AccountExport ? null : $"id {track}",
    };
}
