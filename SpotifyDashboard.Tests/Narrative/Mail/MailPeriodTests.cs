using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Narrative.Mail;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Narrative.Mail;

/// <summary>Which week or month is due when.</summary>
public sealed class MailPeriodTests
{
    private static readonly string[] s_zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"];

    [Theory]
    [InlineData(MailRhythm.Weekly, "2026-11-16T05:59:59", "2026-W45")]
    [InlineData(MailRhythm.Weekly, "2026-11-16T06:00:00", "2026-W46")]
    [InlineData(MailRhythm.Weekly, "2026-11-22T22:59:59", "2026-W46")]
    [InlineData(MailRhythm.Weekly, "2027-01-04T06:00:00", "2026-W53")]
    [InlineData(MailRhythm.Weekly, "2026-03-30T05:00:00", "2026-W13")]
    [InlineData(MailRhythm.Monthly, "2027-01-01T05:59:59", "2026-11")]
    [InlineData(MailRhythm.Monthly, "2027-01-01T06:00:00", "2026-12")]
    [InlineData(MailRhythm.Monthly, "2028-03-01T06:00:00", "2028-02")]
    public void LastDue_InBerlin_ChangesAtSevenInTheMorning(MailRhythm rhythm, string now, string key)
    {
        Assert.Equal(key, MailPeriod.LastDue(rhythm, MailBench.Moment(now), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).Key);
    }

    [Fact]
    public void LastDue_OfAnyMoment_IsOverAndTheNextIsToCome()
    {
        var asked =
            from minute in Gen.Choose(0, 20 * 365 * 24 * 60)
            from zone in Gen.Elements(s_zones)
            from rhythm in Gen.Elements(MailRhythm.Weekly, MailRhythm.Monthly)
            select (Now: new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute), Zone: zone, Rhythm: rhythm);
        Prop.ForAll(
            Arb.From(asked),
            static asked =>
            {
                var (now, zoneName, rhythm) = asked;
                var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
                var due = MailPeriod.LastDue(rhythm, now, zone);
                var next = MailPeriod.NextDueAt(rhythm, now, zone);
                var following = MailPeriod.LastDue(rhythm, next, zone);
                var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
                return due.DueAt <= now && now < next
                    && due.Last < today
                    && following.DueAt == next && following.First == due.Last.AddDays(1) && following.Key != due.Key
                    && (rhythm == MailRhythm.Monthly ? due.First.Day == 1 : due.First.DayOfWeek == DayOfWeek.Monday);
            }).QuickCheckThrowOnFailure();
    }
}
