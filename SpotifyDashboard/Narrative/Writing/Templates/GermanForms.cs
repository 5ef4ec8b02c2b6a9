using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>Forms of German.</summary>
internal sealed class GermanForms() : StoryForms("de-DE")
{
    private static readonly string[] s_parts = ["nachts", "vormittags", "nachmittags", "abends"];

    /// <inheritdoc/>
    protected override (string Open, string Close) Quotes => ("„", "“");

    /// <inheritdoc/>
    public override string CountBehind(double number, FactUnit unit) =>
        Count(number, unit) + (unit == FactUnit.Artists && Math.Round(number, MidpointRounding.AwayFromZero) != 1 ? "n" : "");

    /// <inheritdoc/>
    public override string Day(DateOnly day) => day.ToString("d. MMMM yyyy", Culture);

    /// <inheritdoc/>
    public override string In(FactDays days) =>
        days.From == days.To ? $"am {Day(days.From)}"
        : IsYear(days) ? $"im Jahr {Heading(days)}"
        : IsMonth(days) ? $"im {Heading(days)}"
        : IsWeek(days) ? $"in der Woche vom {Span(days)}"
        : $"vom {Span(days)}";

    /// <inheritdoc/>
    public override string Heading(FactDays days) =>
        days.From == days.To ? Day(days.From)
        : IsYear(days) ? days.From.ToString("yyyy", Culture)
        : IsMonth(days) ? days.From.ToString("MMMM yyyy", Culture)
        : Span(days);

    /// <inheritdoc/>
    public override string OnWeekdays(int weekday) => $"{Weekday(weekday).ToLower(Culture)}s";

    /// <inheritdoc/>
    public override string OnWeekdayParts(int weekday, int part) => $"{OnWeekdays(weekday)} {s_parts[part]}";

    /// <inheritdoc/>
    public override string From(FactDays days) =>
        days.From == days.To ? $"ab {days.From.ToString("dddd", Culture)}, dem {Day(days.From)},"
        : IsMonth(days) ? $"ab {Heading(days)}"
        : $"ab der Woche vom {Day(days.From)}";

    /// <inheritdoc/>
    public override string Hour(int hour) => $"{hour} Uhr";

    /// <inheritdoc/>
    protected override (string One, string Many) Noun(FactUnit unit) => unit switch
    {
        FactUnit.Plays => ("Wiedergabe", "Wiedergaben"),
        FactUnit.Minutes => ("Minute", "Minuten"),
        FactUnit.Hours => ("Stunde", "Stunden"),
        FactUnit.Days => ("Tag", "Tage"),
        FactUnit.Weeks => ("Woche", "Wochen"),
        FactUnit.Tracks => ("Titel", "Titel"),
        FactUnit.Artists => ("Künstler", "Künstler"),
        FactUnit.Albums => ("Album", "Alben"),
        FactUnit.Genres => ("Genre", "Genres"),
        FactUnit.Sessions => ("Sitzung", "Sitzungen"),
        FactUnit.Moods => ("Stimmung", "Stimmungen"),
        _ => ("", ""),
    };

    private string Span(FactDays days) => $"{Day(days.From)} bis {Day(days.To)}";
}
