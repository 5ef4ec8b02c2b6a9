using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest;

/// <summary>When a play began and ended, as a pure function of one sighting. All times are milliseconds since 1970 (UTC).</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it stopped; pauses lie between.</param>
/// <param name="Precision">Whether the two are exact or estimated.</param>
internal readonly record struct PlayTimes(long StartedAt, long EndedAt, Precision Precision)
{
    private const long Second = 1000;
    private const long Day = 24 * 3600 * Second;

    // A larger number can only be milliseconds: as seconds it would lie beyond the year 5138 (contracts, 3.2).
    private const long LargestSeconds = 100_000_000_000;
    private const long EarliestOffline = 1_000_000_000 * Second;
    private const long LongestOffline = 60 * Day;
    private const long Rounding = 2 * Second;

    /// <summary>Derives the times of one sighting.</summary>
    /// <param name="source">Who saw the play.</param>
    /// <param name="endedAt">When it stopped, as the source gave it.</param>
    /// <param name="msPlayed">Milliseconds played.</param>
    /// <param name="offlineTimestamp">The export's <c>offline_timestamp</c> as given, seconds or milliseconds; 0 where none.</param>
    /// <param name="wasOffline">Whether the row says that it was played offline.</param>
    /// <param name="exitedUnexpectedly">Whether <c>reason_end</c> says so: the end given may then be the next start of the app.</param>
    public static PlayTimes Of(Source source, long endedAt, int msPlayed, long offlineTimestamp, bool wasOffline, bool exitedUnexpectedly)
    {
        if (source != Source.ExtendedExport)
        {
            return new PlayTimes(endedAt - msPlayed, endedAt, source == Source.Demo ? Precision.Exact : Precision.Estimated);
        }

        if (OfflineStart(offlineTimestamp, endedAt) is not { } start)
        {
            return new PlayTimes(endedAt - msPlayed, endedAt, Precision.Exact);
        }

        var earliestEnd = start + msPlayed;
        var end = wasOffline || exitedUnexpectedly || endedAt < earliestEnd - Rounding ? earliestEnd : endedAt;
        return new PlayTimes(start, end, Precision.Exact);
    }

    /// <summary>The export's <c>offline_timestamp</c> as milliseconds, or null where it is none or nonsense.</summary>
    private static long? OfflineStart(long offlineTimestamp, long endedAt)
    {
        if (offlineTimestamp <= 0)
        {
            return null;
        }

        var start = offlineTimestamp > LargestSeconds ? offlineTimestamp : offlineTimestamp * Second;
        return start >= EarliestOffline && start <= endedAt + Day && endedAt - start < LongestOffline ? start : null;
    }
}
