using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>A week or month that a report is about.</summary>
/// <param name="Rhythm">Weekly or monthly.</param>
/// <param name="Period">Its local days.</param>
/// <param name="DueAt">When its report goes out at the earliest (UTC): seven in the morning of the day after.</param>
internal sealed record MailPeriod(MailRhythm Rhythm, Period Period, DateTimeOffset DueAt)
{
    private static readonly TimeOnly s_morning = new(7, 0);

    /// <summary>What kind of letter tells of it.</summary>
    public string Kind => Rhythm == MailRhythm.Monthly ? "monthly" : "weekly";

    /// <summary>Names it among its kind: <c>2026-W47</c> (ISO 8601) or <c>2026-10</c>.</summary>
    public string Key
    {
        get
        {
            var first = First.ToDateTime(TimeOnly.MinValue);
            return Rhythm == MailRhythm.Monthly
                ? first.ToString("yyyy-MM", CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(first):0000}-W{ISOWeek.GetWeekOfYear(first):00}");
        }
    }

    /// <summary>Its first local day.</summary>
    public DateOnly First => Period.From ?? throw new InvalidOperationException("A reported period has a first day.");

    /// <summary>Its last local day.</summary>
    public DateOnly Last => Period.To ?? throw new InvalidOperationException("A reported period has a last day.");

    /// <summary>The last whole week or month whose report is due.</summary>
    /// <param name="rhythm">Which; <see cref="MailRhythm.Off"/> counts as weekly.</param>
    /// <param name="now">The moment.</param>
    /// <param name="zone">The listener's zone.</param>
    public static MailPeriod LastDue(MailRhythm rhythm, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var next = rhythm == MailRhythm.Monthly ? new DateOnly(today.Year, today.Month, 1) : today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var dueAt = MorningOf(next, zone);
        if (now < dueAt)
        {
            next = Before(rhythm, next);
            dueAt = MorningOf(next, zone);
        }

        return new MailPeriod(rhythm == MailRhythm.Monthly ? MailRhythm.Monthly : MailRhythm.Weekly, new Period(Before(rhythm, next), next.AddDays(-1)), dueAt);
    }

    /// <summary>When the next report goes out (UTC).</summary>
    public static DateTimeOffset NextDueAt(MailRhythm rhythm, DateTimeOffset now, TimeZoneInfo zone)
    {
        var last = LastDue(rhythm, now, zone).Last.AddDays(1);
        return MorningOf(rhythm == MailRhythm.Monthly ? last.AddMonths(1) : last.AddDays(7), zone);
    }

    private static DateOnly Before(MailRhythm rhythm, DateOnly first) => rhythm == MailRhythm.Monthly ? first.AddMonths(-1) : first.AddDays(-7);

    private static DateTimeOffset MorningOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(s_morning);
        while (zone.IsInvalidTime(local))
        {
            // Clocks were put forward over it, or the zone left the day out.
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
