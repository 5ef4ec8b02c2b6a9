namespace SpotifyDashboard.Statistics;

/// <summary>Says in words when a listener listens most: one of seven days and four parts of the day, six hours each.</summary>
internal static class HeatmapCaption
{
    private const int HoursPerPart = 6;

    private static readonly string[] s_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] s_parts = ["nights", "mornings", "afternoons", "evenings"];

    public static string Of(IReadOnlyList<IReadOnlyList<int>> plays)
    {
        var best = (Day: 0, Part: 0, Plays: 0);
        for (var day = 0; day < s_days.Length; day++)
        {
            for (var part = 0; part < s_parts.Length; part++)
            {
                var sum = plays[day].Skip(part * HoursPerPart).Take(HoursPerPart).Sum();
                best = sum > best.Plays ? (day, part, sum) : best;
            }
        }

        return best.Plays == 0 ? "Nothing was played in this period." : $"You listened most on {s_days[best.Day]} {s_parts[best.Part]}.";
    }
}
