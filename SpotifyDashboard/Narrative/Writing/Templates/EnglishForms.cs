using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>Forms of English.</summary>
internal sealed class EnglishForms() : StoryForms("en-GB")
{
    private static readonly string[] s_parts = ["nights", "mornings", "afternoons", "evenings"];

    /// <inheritdoc/>
    protected override (string Open, string Close) Quotes => ("“", "”");

    /// <inheritdoc/>
    public override string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <inheritdoc/>
    public override string In(FactDays days) =>
        days.From == days.To ? $"on {Day(days.From)}"
        : IsYear(days) ? $"in {Heading(days)}"
        : IsMonth(days) ? $"in {Heading(days)}"
        : IsWeek(days) ? $"in the week from {Span(days)}"
        : $"from {Span(days)}";

    /// <inheritdoc/>
    public override string Heading(FactDays days) =>
        days.From == days.To ? Day(days.From)
        : IsYear(days) ? days.From.ToString("yyyy", Culture)
        : IsMonth(days) ? days.From.ToString("MMMM yyyy", Culture)
        : Span(days);

    /// <inheritdoc/>
    public override string OnWeekdays(int weekday) => $"on {Weekday(weekday)}s";

    /// <inheritdoc/>
    public override string OnWeekdayParts(int weekday, int part) => $"on {Weekday(weekday)} {s_parts[part]}";

    /// <inheritdoc/>
    public override string From(FactDays days) =>
        days.From == days.To ? $"by {days.From.ToString("dddd", Culture)}, {Day(days.From)}"
        : IsMonth(days) ? $"by {Heading(days)}"
        : $"by the week of {Day(days.From)}";

    /// <inheritdoc/>
    public override string Hour(int hour) => $"{hour:00}:00";

    /// <inheritdoc/>
    protected override (string One, string Many) Noun(FactUnit unit) => unit switch
    {
        FactUnit.Plays => ("play", "plays"),
        FactUnit.Minutes => ("minute", "minutes"),
        FactUnit.Hours => ("hour", "hours"),
        FactUnit.Days => ("day", "days"),
        FactUnit.Weeks => ("week", "weeks"),
        FactUnit.Tracks => ("track", "tracks"),
        FactUnit.Artists => ("artist", "artists"),
        FactUnit.Albums => ("album", "albums"),
        FactUnit.Genres => ("genre", "genres"),
        FactUnit.Sessions => ("session", "sessions"),
        FactUnit.Moods => ("mood", "moods"),
        _ => ("", ""),
    };

    private string Span(FactDays days) => $"{Day(days.From)} to {Day(days.To)}";
}
