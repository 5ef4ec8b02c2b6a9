namespace SpotifyDashboard.Statistics.Recap;

/// <summary>A year in which something was played, for choosing a recap.</summary>
/// <param name="Year">The year.</param>
/// <param name="Plays">Its counted plays.</param>
/// <param name="Months">Counted plays of its twelve months.</param>
public sealed record RecapYear(int Year, int Plays, IReadOnlyList<int> Months)
{
    /// <summary>The years of a whole history, newest first, those without a counted play left out.</summary>
    public static IReadOnlyList<RecapYear> Of(ListeningView history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var years = new SortedDictionary<int, int[]>(Comparer<int>.Create(static (left, right) => right.CompareTo(left)));
        for (var day = history.Days.First; day is { } date && date <= history.Days.Last; day = date.AddDays(1))
        {
            if (history.Days.PlaysOn(date) is > 0 and var plays)
            {
                if (!years.TryGetValue(date.Year, out var months))
                {
                    years.Add(date.Year, months = new int[12]);
                }

                months[date.Month - 1] += plays;
            }
        }

        return [.. years.Select(year => new RecapYear(year.Key, year.Value.Sum(), year.Value))];
    }
}
