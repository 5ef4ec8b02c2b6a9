using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>Sessions as they are shown.</summary>
/// <param name="Count">How many; nothing else is shown of none.</param>
/// <param name="Figures">What the numbers count, and the numbers as they are read.</param>
/// <param name="Lengths">Sessions by length.</param>
/// <param name="Hours">Sessions by the hour in which they began.</param>
/// <param name="Longest">The longest ones: when, how long, and where their plays are listed.</param>
public sealed record SessionsView(
    int Count,
    IReadOnlyList<(string Counts, string Figure)> Figures,
    BarFigure Lengths,
    BarFigure Hours,
    IReadOnlyList<(string When, string Length, string Href)> Longest)
{
    private const int MostShown = 5;
    private const int HoursPerPart = 6;

    private static readonly string[] s_parts = ["at night (0 to 6)", "in the morning (6 to 12)", "in the afternoon (12 to 18)", "in the evening (18 to 24)"];

    /// <summary>Sums up <paramref name="view"/>.</summary>
    public static SessionsView Of(ListeningView view, int pauseMinutes)
    {
        var sessions = Sessions.Of(view, pauseMinutes);
        return new SessionsView(
            sessions.Count,
            [
                (sessions.Count == 1 ? "session" : "sessions", Said.Number(sessions.Count)),
                ("on average", Said.Time(sessions.MeanMs ?? 0)),
                ("median", Said.Time(sessions.MedianMs ?? 0)),
                ("plays each", (sessions.MeanPlays ?? 0).ToString("N1", CultureInfo.CurrentCulture)),
            ],
            LengthsOf(sessions),
            HoursOf(sessions),
            [.. sessions.Longest.Take(MostShown).Select(session => RowOf(session, view.Zone))]);
    }

    private static BarFigure LengthsOf(Sessions sessions)
    {
        var most = sessions.Lengths.MaxBy(length => length.Count);
        return new BarFigure
        {
            Name = "Sessions by length",
            Caption = most is null || sessions.Count == 0 ? "" : $"{Said.Share((double)most.Count / sessions.Count)} of your sessions last {Words(most)}; half of them no longer than {Said.Time(sessions.MedianMs ?? 0)}.",
            LabelName = "Length",
            ValueName = "Sessions",
            Height = 240,
            Labels = [.. sessions.Lengths.Select(Words)],
            Values = [.. sessions.Lengths.Select(length => (double)length.Count)],
            Texts = [.. sessions.Lengths.Select(length => Said.Number(length.Count))],
        };
    }

    private static BarFigure HoursOf(Sessions sessions)
    {
        var best = Enumerable.Range(0, s_parts.Length).MaxBy(part => sessions.ByHour.Skip(part * HoursPerPart).Take(HoursPerPart).Sum());
        return new BarFigure
        {
            Name = "Sessions by the hour they began",
            Caption = $"You press play most often {s_parts[best]}.",
            LabelName = "Hour",
            ValueName = "Sessions",
            Height = 240,
            Labels = [.. sessions.ByHour.Select((_, hour) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00"))],
            Values = [.. sessions.ByHour.Select(count => (double)count)],
            Texts = [.. sessions.ByHour.Select(count => Said.Counted(count, "session", "sessions"))],
        };
    }

    private static string Words(SessionLengths length) => length.ToMinutes is { } to
        ? to <= 60 ? string.Create(CultureInfo.InvariantCulture, $"{length.FromMinutes}–{to} min") : string.Create(CultureInfo.InvariantCulture, $"{length.FromMinutes / 60}–{to / 60} h")
        : string.Create(CultureInfo.InvariantCulture, $"{length.FromMinutes / 60} h +");

    private static (string When, string Length, string Href) RowOf(ListeningSession session, TimeZoneInfo zone)
    {
        var (start, end) = (TimeZoneInfo.ConvertTime(session.StartedAt, zone), TimeZoneInfo.ConvertTime(session.EndedAt, zone));
        return (
            $"{start.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} – {end.ToString("HH:mm", CultureInfo.InvariantCulture)}",
            $"{Said.Time(session.Ms)}, {Said.Plays(session.Plays)}",
            Said.AddressOfPlays(new Period(DateOnly.FromDateTime(start.DateTime), DateOnly.FromDateTime(end.DateTime))));
    }
}
