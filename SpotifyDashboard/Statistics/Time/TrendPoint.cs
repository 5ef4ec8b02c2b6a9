using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>One stretch of a <see cref="Trend"/>.</summary>
/// <param name="Start">Its first local day, <c>YYYY-MM-DD</c>, also where the period cuts it; by hour the day and the hour, <c>YYYY-MM-DDTHH</c>.</param>
/// <param name="Plays">Counted plays that began in it.</param>
/// <param name="Ms">Their milliseconds.</param>
public sealed record TrendPoint(string Start, int Plays, long Ms)
{
    /// <summary>The first local day.</summary>
    [JsonIgnore]
    public DateOnly Day { get; init; }
}
