using System.Globalization;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>What the settings say of letters.</summary>
internal static class MailLetterWords
{
    /// <summary>"Report of week 2026-W47".</summary>
    public static string Title(MailLetterRow letter) => letter.Kind switch
    {
        "weekly" => $"Report of week {letter.PeriodKey}",
        "monthly" => $"Report of {letter.PeriodKey}",
        "silence" => "Warning: plays can't be read",
        _ => "Warning: consent ends",
    };

    /// <summary>What became of it, and when.</summary>
    public static string State(MailLetterRow letter, TimeZoneInfo zone) => letter.State switch
    {
        MailLetterState.Sent when letter.SentAt is { } sent => $"sent {At(sent, zone)}",
        MailLetterState.Skipped => "not sent: nothing was played",
        MailLetterState.Sending => "being sent",
        MailLetterState.Unclear => $"may have arrived; it is not sent again, so that none comes twice. {letter.Problem}",
        _ => $"not sent. {letter.Problem}{(letter.NextTryAt is { } next ? $" Next try {At(next, zone)}." : "")}",
    };

    /// <summary>When the next report comes: "Monday, 23 November, at 07:00".</summary>
    public static string Next(MailRhythm rhythm, DateTimeOffset now, TimeZoneInfo zone)
    {
        var day = MailPeriod.NextDueAt(rhythm, now, zone);
        return TimeZoneInfo.ConvertTime(day, zone).ToString("dddd, d MMMM, 'at' HH:mm", CultureInfo.InvariantCulture);
    }

    private static string At(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
