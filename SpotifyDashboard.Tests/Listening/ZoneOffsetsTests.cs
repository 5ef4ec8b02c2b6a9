using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Listening;

public sealed class ZoneOffsetsTests
{
    private const long FirstMs = 1_136_073_600_000; // 2006-01-01
    private const long LastMs = 1_893_456_000_000; // 2030-01-01

    private static readonly string[] s_zones =
    [
        "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu", "Africa/Casablanca",
        "America/Sao_Paulo", "Pacific/Apia", "Pacific/Chatham", "Asia/Pyongyang", "Europe/Istanbul", "Asia/Tehran", "America/Caracas", "Africa/Cairo",
        "Antarctica/Troll", "America/Nuuk", "Asia/Gaza", "Europe/Volgograd",
    ];

    [Fact]
    public void OffsetMsAt_ForAnyInstantAndZone_EqualsTimeZoneInfo()
    {
        var offsets = s_zones.ToDictionary(zone => zone, zone => ZoneOffsets.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), FirstMs, LastMs));
        var instants = Gen.Choose(0, int.MaxValue).Select(part => FirstMs + (long)((LastMs - FirstMs) * (part / (double)int.MaxValue)));
        var cases = Gen.Elements(s_zones).SelectMany(zone => instants.Select(instant => (zone, instant)));

        Prop.ForAll(Arb.From(cases), one => offsets[one.zone].OffsetMsAt(one.instant) == Expected(one.zone, one.instant))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    [Fact]
    public void OffsetMsAt_EverySixHoursAndAroundEveryChange_EqualsTimeZoneInfo()
    {
        foreach (var zone in s_zones)
        {
            var offsets = ZoneOffsets.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), FirstMs, LastMs);

            for (var instant = FirstMs; instant < LastMs; instant += 6 * 3_600_000)
            {
                Assert.Equal(Expected(zone, instant), offsets.OffsetMsAt(instant));
            }
        }
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-07-01", 24)]
    public void RunsOf_DayOfClockChange_HoldsItsHours(string day, int hours)
    {
        var log = new LogOf();
        for (var hour = 0; hour < 24 * 365; hour++)
        {
            log.Play(DateTimeOffset.UnixEpoch.AddYears(56).AddHours(hour).ToUnixTimeMilliseconds(), 60_000);
        }

        var view = log.View("Europe/Berlin", day, day);

        Assert.Equal(hours, view.Runs.Sum(run => run.End - run.First));
    }

    [Fact]
    public void RunsOf_ClocksFallBackAcrossMidnight_DayIsTwoStretches()
    {
        // St. John's, 2010-11-07: at 00:01 (02:31 UTC) clocks fell back to 23:01 of the day before.
        var log = new LogOf()
            .Play("2010-11-07T02:29:30Z") // 23:59:30 on the 6th
            .Play("2010-11-07T02:30:30Z") // 00:00:30 on the 7th
            .Play("2010-11-07T02:31:30Z") // 23:01:30 on the 6th again
            .Play("2010-11-07T03:30:30Z"); // 00:00:30 on the 7th again

        var sixth = log.View("America/St_Johns", "2010-11-06", "2010-11-06");
        var seventh = log.View("America/St_Johns", "2010-11-07", "2010-11-07");

        Assert.Equal([0, 2], PlaysOf(sixth.Runs));
        Assert.Equal([1, 3], PlaysOf(seventh.Runs));
    }

    [Fact]
    public void OffsetMsAt_OutsideTheSpan_Throws()
    {
        var offsets = ZoneOffsets.Of(TimeZoneInfo.Utc, 1000, 2000);

        Assert.Throws<ArgumentOutOfRangeException>(() => offsets.OffsetMsAt(999));
        Assert.Throws<ArgumentOutOfRangeException>(() => offsets.OffsetMsAt(2001));
    }

    private static IEnumerable<int> PlaysOf(IEnumerable<LogRun> runs) => runs.SelectMany(run => Enumerable.Range(run.First, run.End - run.First));

    private static int Expected(string zone, long instant) =>
        (int)TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(instant), TimeZoneInfo.FindSystemTimeZoneById(zone)).Offset.TotalMilliseconds;
}
