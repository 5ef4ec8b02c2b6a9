namespace SpotifyDashboard.Ingest.Live;

/// <summary>How late Spotify shows plays.</summary>
internal static class ShownLate
{
    /// <summary>What wears off with each poll that finds all on time.</summary>
    private const double Fading = 0.95;

    /// <summary>Spotify has not been seen later than some hours; more than this is a clock that was ahead at the last poll.</summary>
    private static readonly TimeSpan s_latest = TimeSpan.FromHours(12);

    /// <summary>The lateness after a poll: the longest among plays that the last good poll should have shown and did not, or what is left of the earlier one.</summary>
    /// <param name="before">The lateness so far.</param>
    /// <param name="lastSuccessAt">The last good poll (UTC); null before the first.</param>
    /// <param name="newestKnown">End of the newest play it showed (UTC).</param>
    /// <param name="ends">Ends of the plays shown now.</param>
    public static TimeSpan After(TimeSpan before, DateTimeOffset? lastSuccessAt, DateTimeOffset? newestKnown, IEnumerable<DateTimeOffset> ends)
    {
        if (lastSuccessAt is not { } last || newestKnown is not { } newest)
        {
            return before;
        }

        var late = ends.Where(end => end > newest && end < last).Select(end => last - end).Where(late => late <= s_latest).DefaultIfEmpty().Max();
        return late > before ? late : before * Fading;
    }
}
