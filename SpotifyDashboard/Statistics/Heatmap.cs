using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics;

/// <summary>Counted plays by local weekday and hour of their start.</summary>
/// <param name="TimeZone">IANA name of the zone in which they were counted.</param>
/// <param name="Plays">7 × 24 counted plays, Monday first.</param>
/// <param name="Ms">7 × 24 milliseconds of these plays; a play belongs as a whole to the hour in which it began.</param>
public sealed record Heatmap(string TimeZone, IReadOnlyList<IReadOnlyList<int>> Plays, IReadOnlyList<IReadOnlyList<long>> Ms)
{
    private const int HoursPerDay = 24;
    private const int HoursPerWeek = 7 * HoursPerDay;
    private const long HourMs = 3_600_000;

    /// <summary>1970-01-01 was a Thursday, three days into a week that begins on Monday; thousands of weeks keep the sum positive.</summary>
    private const long HoursSinceMonday = (3 * HoursPerDay) + (10_000L * HoursPerWeek);

    /// <summary>The finding in words, for example "You listened most on Friday evenings."</summary>
    [JsonIgnore]
    public string Caption => HeatmapCaption.Of(Plays);

    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    public static Heatmap Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var plays = new int[HoursPerWeek];
        var ms = new long[HoursPerWeek];
        var started = view.Log.StartedMs;
        var played = view.Log.MsPlayed;
        var counted = view.Counted;
        foreach (var run in view.Runs)
        {
            var shift = run.OffsetMs + (HoursSinceMonday * HourMs);
            for (var index = run.First; index < run.End; index++)
            {
                if (counted.Counts(index))
                {
                    var hour = (int)((ulong)(started[index] + shift) / HourMs % HoursPerWeek);
                    plays[hour]++;
                    ms[hour] += played[index];
                }
            }
        }

        return new Heatmap(view.Zone.Id, [.. plays.Chunk(HoursPerDay)], [.. ms.Chunk(HoursPerDay)]);
    }
}
