using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Recap;

/// <summary>What a recap tells of a stretch of days.</summary>
/// <param name="Words">The stretch in words: "March 2026".</param>
/// <param name="Compared">What it is compared with, in words: "2025"; null where there is nothing to compare with.</param>
/// <param name="Now">Its figures.</param>
/// <param name="Before">The figures of what it is compared with; null where nothing was played then.</param>
/// <param name="Tracks">Its first tracks.</param>
/// <param name="Artists">Its first artists.</param>
/// <param name="Albums">Its first albums.</param>
/// <param name="Genres">Its first genres; empty where none is known.</param>
/// <param name="Biggest">The day with most counted plays, the earliest of equal ones; null without plays.</param>
/// <param name="BiggestTrack">What was played most on that day.</param>
/// <param name="Days">Days of the stretch, and those of them with a counted play.</param>
/// <param name="Rhythm">Plays by weekday and hour.</param>
/// <param name="Course">Plays over the stretch, 0 to 1 of the most.</param>
/// <param name="Finds">What stands out.</param>
/// <param name="Zone">The listener's time zone.</param>
public sealed record RecapView(
    string Words,
    string? Compared,
    Summary Now,
    Summary? Before,
    IReadOnlyList<TopItem> Tracks,
    IReadOnlyList<TopItem> Artists,
    IReadOnlyList<TopItem> Albums,
    IReadOnlyList<TopItem> Genres,
    CalendarDay? Biggest,
    TopItem? BiggestTrack,
    (int All, int WithPlays) Days,
    Heatmap Rhythm,
    IReadOnlyList<double> Course,
    RecapFinds Finds,
    TimeZoneInfo Zone)
{
    /// <summary>How many bars the course has at most.</summary>
    public const int CoursePoints = 62;

    private const int Places = 5;

    /// <summary>The hour of the day with most counted plays; null without plays.</summary>
    public int? BusiestHour => Now.Plays == 0 ? null : Enumerable.Range(0, 24).MaxBy(hour => Rhythm.Plays.Sum(day => day[hour]));

    /// <summary>Tells of <paramref name="span"/>, compared with the year before.</summary>
    /// <param name="view">Any view of the listener; its period does not matter.</param>
    /// <param name="span">The year or month.</param>
    public static RecapView Of(ListeningView view, RecapSpan span)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(span);
        var soFar = span.IsSoFar(view.Today);
        var before = span.Year > 1 ? view.Over(span.YearBeforeOn(view.Today)) : null;
        return Of(view.Over(span.PeriodOn(view.Today)), before, soFar ? $"{span.Words} so far" : span.Words, soFar ? "the same days a year before" : "the year before");
    }

    /// <summary>Tells of the period of <paramref name="view"/>, compared with <paramref name="before"/>.</summary>
    public static RecapView Of(ListeningView view, ListeningView? before, string words, string compared)
    {
        ArgumentNullException.ThrowIfNull(view);
        var days = Calendar.Of(view).Days;
        var biggest = days.Where(day => day.Plays > 0).MaxBy(day => day.Plays);
        var earlier = before is null ? null : Summary.Of(before) with { Previous = null };
        var isCompared = earlier is { Plays: > 0 };
        return new RecapView(
            words,
            isCompared ? compared : null,
            Summary.Of(view) with { Previous = null },
            isCompared ? earlier : null,
            Top(view, TopKind.Tracks, Places),
            Top(view, TopKind.Artists, Places),
            Top(view, TopKind.Albums, Places),
            Top(view, TopKind.Genres, Places),
            biggest,
            biggest is null ? null : Top(view.Over(new Period(biggest.Date, biggest.Date)), TopKind.Tracks, 1)[0],
            (days.Count, days.Count(day => day.Plays > 0)),
            Heatmap.Of(view),
            PlayWave.Of([.. days.Select(day => day.Plays)], CoursePoints),
            RecapFinds.Of(view),
            view.Zone);
    }

    private static IReadOnlyList<TopItem> Top(ListeningView view, TopKind kind, int places) => TopList.Of(view, kind, TopMeasure.Plays, places);
}
