using System.Globalization;
using System.Net;
using System.Text;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Words and figures of a letter.</summary>
internal static class MailWords
{
    private const int LongestName = 80;

    /// <summary>Text for HTML. A name of music is data: it can neither end an element nor an attribute, nor turn round what stands after it.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(OneLine(text));

    /// <summary>A name as plain text holds it: one line, no marks that change the direction of what follows, not endless.</summary>
    public static string OneLine(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var isMark = category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            var turns = rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
            clean.Append(isMark ? " " : turns || rune.Value == 0xFFFD ? "" : rune.ToString());
        }

        return clean.ToString().Trim();
    }

    /// <summary>A name of music, or what stands for one that is unknown.</summary>
    public static string Name(string? name)
    {
        var clean = OneLine(name ?? "");
        return clean.Length == 0 ? "Unknown" : clean.Length > LongestName ? $"{Cut(clean)}…" : clean;
    }

    /// <summary>"1,204".</summary>
    public static string Number(double number, CultureInfo culture) => number.ToString("N0", culture);

    /// <summary>"1 play", "1,204 plays".</summary>
    public static string Plays(int plays, CultureInfo culture) => $"{Number(plays, culture)} {(plays == 1 ? "play" : "plays")}";

    /// <summary>"42 min", "3 h 20 min".</summary>
    public static string Time(double minutes, CultureInfo culture)
    {
        var whole = (long)Math.Round(minutes, MidpointRounding.AwayFromZero);
        return (whole / 60, whole % 60) switch
        {
            (0, var rest) => $"{Number(rest, culture)} min",
            (var hours, 0) => $"{Number(hours, culture)} h",
            var (hours, rest) => $"{Number(hours, culture)} h {Number(rest, culture)} min",
        };
    }

    /// <summary>"12 % more than the week before", "none the 31 days before"; the space is one that does not break.</summary>
    public static string? Change(double now, double? before, string stretch, CultureInfo culture)
    {
        if (before is not { } earlier)
        {
            return null;
        }

        if (earlier == 0)
        {
            return now == 0 ? null : $"none the {stretch} before";
        }

        var percent = Math.Round((now - earlier) / earlier * 100, MidpointRounding.AwayFromZero);
        return percent switch
        {
            0 => $"as the {stretch} before",
            > 0 => $"{Number(percent, culture)}\u00A0% more than the {stretch} before",
            _ => $"{Number(-percent, culture)}\u00A0% less than the {stretch} before",
        };
    }

    /// <summary>"16 – 22 November 2026", "28 December 2026 – 3 January 2027", "October 2026".</summary>
    public static string Days(MailPeriod subject)
    {
        var (first, last) = (subject.First, subject.Last);
        return subject.Rhythm == Storage.MailRhythm.Monthly ? Written(first, "MMMM yyyy")
            : first.Year != last.Year ? $"{Written(first, "d MMMM yyyy")} – {Written(last, "d MMMM yyyy")}"
            : first.Month != last.Month ? $"{Written(first, "d MMMM")} – {Written(last, "d MMMM yyyy")}"
            : $"{Written(first, "%d")} – {Written(last, "d MMMM yyyy")}";
    }

    /// <summary>A day in the words of the letter.</summary>
    public static string Written(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The query that shows a period on a page of the dashboard.</summary>
    public static string QueryOf(Period period) => $"from={Session.ChosenPeriod.Format(period.From)}&to={Session.ChosenPeriod.Format(period.To)}";

    private static string Cut(string text) => char.IsHighSurrogate(text[LongestName - 1]) ? text[..(LongestName - 1)] : text[..LongestName];
}
