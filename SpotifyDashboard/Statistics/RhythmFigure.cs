using System.Globalization;
using SpotifyDashboard.Components.Charts;

namespace SpotifyDashboard.Statistics;

/// <summary>Draws plays by weekday and hour.</summary>
internal static class RhythmFigure
{
    private const int HoursPerDay = 24;
    private const int HoursPerMark = 3;

    private static readonly string[] s_days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] s_longDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] s_hours = [.. Enumerable.Range(0, HoursPerDay).Select(HourName)];

    /// <summary>The figure of <paramref name="view"/>.</summary>
    public static HeatmapFigure Of(ListeningView view) => Of(Heatmap.Of(view));

    /// <summary>The figure of what was counted already.</summary>
    public static HeatmapFigure Of(Heatmap heatmap)
    {
        var cells = heatmap.Plays.SelectMany((hours, day) => hours.Select((plays, hour) => (day, hour, plays))).ToList();
        return new HeatmapFigure
        {
            Name = "Plays by weekday and hour",
            Caption = heatmap.Caption,
            RowName = "Weekday",
            ValueName = "Plays",
            Height = 300,
            Rows = s_days,
            Columns = s_hours,
            ColumnMarks = Enumerable.Range(0, HoursPerDay / HoursPerMark).ToDictionary(mark => mark * HoursPerMark, mark => (mark * HoursPerMark).ToString(CultureInfo.InvariantCulture)),
            Values = cells.ConvertAll(cell => cell.plays == 0 ? null : (double?)cell.plays),
            Texts = cells.ConvertAll(cell => string.Create(CultureInfo.CurrentCulture, $"{s_longDays[cell.day]}, {s_hours[cell.hour]}: {cell.plays:N0} {(cell.plays == 1 ? "play" : "plays")}")),
        };
    }

    private static string HourName(int hour) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00");
}
