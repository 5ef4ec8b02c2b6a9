namespace SpotifyDashboard.Statistics;

/// <summary>The local weeks of a view, Monday first, from the first day that <see cref="Calendar"/> lists to the last.</summary>
internal static class LocalWeeks
{
    private const int DaysPerWeek = 7;

    /// <summary>Cuts <paramref name="view"/> into weeks.</summary>
    public static LocalStretches Of(ListeningView view) => LocalStretches.Of(view, StartOf, Next);

    /// <summary>0001-01-01, day number 0, was a Monday.</summary>
    private static DateOnly StartOf(DateOnly day) => DateOnly.FromDayNumber(day.DayNumber - (day.DayNumber % DaysPerWeek));

    private static DateOnly? Next(DateOnly start) => start.DayNumber + DaysPerWeek > DateOnly.MaxValue.DayNumber ? null : start.AddDays(DaysPerWeek);
}
