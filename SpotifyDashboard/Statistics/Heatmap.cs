using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics;

/// <summary>Counted plays by local weekday and hour of their start.</summary>
/// <param name="TimeZone">IANA name of the zone in which they were counted.</param>
/// <param name="Plays">7 × 24 counted plays, Monday first.</param>
/// <param name="Ms">7 × 24 milliseconds of these plays; a play belongs as a whole to the hour in which it began.</param>
public sealed record Heatmap(string TimeZone, IReadOnlyList<IReadOnlyList<int>> Plays, IReadOnlyList<IReadOnlyList<long>> Ms)
{
    /// <summary>The finding in words, for example "You listened most on Friday evenings."</summary>
    [JsonIgnore]
    public string Caption => HeatmapCaption.Of(Plays);

    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    public static Heatmap Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var plays = new int[WeekHour.PerWeek];
        var ms = new long[WeekHour.PerWeek];
        var started = view.Log.StartedMs;
        var played = view.Log.MsPlayed;
        var counted = view.Counted;
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (counted.Counts(index))
                {
                    var hour = WeekHour.Of(started[index] + run.OffsetMs);
                    plays[hour]++;
                    ms[hour] += played[index];
                }
            }
        }

        return new Heatmap(view.Zone.Id, [.. plays.Chunk(WeekHour.PerDay)], [.. ms.Chunk(WeekHour.PerDay)]);
    }
}
