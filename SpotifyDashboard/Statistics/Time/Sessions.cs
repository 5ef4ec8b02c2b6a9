namespace SpotifyDashboard.Statistics.Time;

/// <summary>How one listens at a stretch: counted plays without a long silence between them.</summary>
/// <param name="PauseMinutes">A silence longer than this begins another session.</param>
/// <param name="Count">Sessions.</param>
/// <param name="TotalMs">Their lengths together, short silences included.</param>
/// <param name="MeanMs">Their mean length; null without a session, as are median and mean plays.</param>
/// <param name="MedianMs">Their median length.</param>
/// <param name="MeanPlays">Counted plays of a session, on average.</param>
/// <param name="ByHour">Sessions by the local hour in which they began.</param>
/// <param name="ByWeekday">Sessions by the local weekday on which they began, Monday first.</param>
/// <param name="Lengths">Sessions by length: 0, 15, 30, 60, 120 and 240 minutes on.</param>
/// <param name="Longest">The ten longest, of equal ones the earlier first.</param>
public sealed record Sessions(
    int PauseMinutes,
    int Count,
    long TotalMs,
    double? MeanMs,
    double? MedianMs,
    double? MeanPlays,
    IReadOnlyList<int> ByHour,
    IReadOnlyList<int> ByWeekday,
    IReadOnlyList<SessionLengths> Lengths,
    IReadOnlyList<ListeningSession> Longest)
{
    /// <summary>The pause that pages and the API take for granted, in minutes.</summary>
    public const int DefaultPauseMinutes = 30;

    private const long MinuteMs = 60_000;

    /// <summary>Cuts the counted plays of <paramref name="view"/> into sessions.</summary>
    /// <param name="view">The plays; those outside the period belong to no session.</param>
    /// <param name="pauseMinutes">The longest silence within a session.</param>
    public static Sessions Of(ListeningView view, int pauseMinutes = DefaultPauseMinutes)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegative(pauseMinutes);
        var started = view.Log.StartedMs;
        var played = view.Log.MsPlayed;
        var counted = view.Counted;
        var pause = pauseMinutes * MinuteMs;
        var found = new FoundSessions();
        var (start, offset, end, plays, msPlayed) = (0L, 0, 0L, 0, 0L);
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (!counted.Counts(index))
                {
                    continue;
                }

                if (plays > 0 && started[index] - end > pause)
                {
                    found.Add(start, offset, end, plays, msPlayed);
                    plays = 0;
                }

                if (plays == 0)
                {
                    (start, offset, end, msPlayed) = (started[index], run.OffsetMs, long.MinValue, 0);
                }

                plays++;
                msPlayed += played[index];
                end = Math.Max(end, started[index] + played[index]);
            }
        }

        if (plays > 0)
        {
            found.Add(start, offset, end, plays, msPlayed);
        }

        return found.Sum(pauseMinutes);
    }
}
