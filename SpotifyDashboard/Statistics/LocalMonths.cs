namespace SpotifyDashboard.Statistics;

/// <summary>The local months of a view, from the first day that <see cref="Calendar"/> lists to the last.</summary>
internal static class LocalMonths
{
    /// <summary>Cuts <paramref name="view"/> into months.</summary>
    public static LocalStretches Of(ListeningView view) => LocalStretches.Of(view, StartOf, Next);

    private static DateOnly StartOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly? Next(DateOnly start) => start.Year == DateOnly.MaxValue.Year && start.Month == DateOnly.MaxValue.Month ? null : start.AddMonths(1);
}
