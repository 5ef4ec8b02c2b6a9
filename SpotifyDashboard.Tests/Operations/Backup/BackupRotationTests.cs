using System.Globalization;
using SpotifyDashboard.Operations.Backup;

namespace SpotifyDashboard.Tests.Operations.Backup;

/// <summary>Which backups stay, and when the next is due.</summary>
public sealed class BackupRotationTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 3, 15, 0, TimeSpan.Zero);

    [Fact]
    public void TooMany_OfSixtyDays_LeavesSevenDaysAndFourWeeks()
    {
        var names = Enumerable.Range(0, 60).Select(day => BackupRotation.NameOf(s_now.AddDays(-day))).ToList();

        var kept = names.Except(BackupRotation.TooMany(names, keep: 7, keepWeeks: 4, s_now), StringComparer.Ordinal).ToList();

        // 22 November 2026 is a Sunday: seven days back to Monday the 16th, then the Sundays before.
        Assert.Equal(
            [.. Enumerable.Range(16, 7).Reverse().Select(day => $"11-{day}"), "11-15", "11-08", "11-01", "10-25"],
            kept.Select(name => (BackupRotation.MomentOf(name) ?? s_now).ToString("MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void TooMany_OfFilesThatAreNoBackups_NamesNone()
    {
        string[] names = ["dashboard.zip", "dashboard-2026.zip", "other-20200101T000000Z.zip", "dashboard-20200101T000000Z.db", "dashboard-20200101T000000Z.zip.part"];

        Assert.Empty(BackupRotation.TooMany(names, keep: 1, keepWeeks: 0, s_now));
    }

    [Fact]
    public void TooMany_WithBackupsFromTheFuture_LeavesThemAndTheNewestOfThePresent()
    {
        string[] names = [BackupRotation.NameOf(s_now.AddYears(3)), BackupRotation.NameOf(s_now), BackupRotation.NameOf(s_now.AddDays(-1))];

        Assert.Equal([names[2]], BackupRotation.TooMany(names, keep: 1, keepWeeks: 0, s_now));
    }

    [Fact]
    public void Next_AfterAGoodOne_IsOnePeriodLater() =>
        Assert.Equal(s_now.AddDays(1), BackupDue.Next(TimeSpan.FromDays(1), done: s_now, begun: s_now.AddMinutes(-1), s_now.AddHours(2)));

    [Fact]
    public void Next_AfterOneThatFailed_IsAnHourLater() =>
        Assert.Equal(s_now.AddHours(1), BackupDue.Next(TimeSpan.FromDays(1), done: s_now.AddDays(-3), begun: s_now, s_now.AddMinutes(1)));

    [Fact]
    public void Next_BeforeAnyOrNotedWhileTheClockWasAhead_IsNow()
    {
        Assert.Equal(s_now, BackupDue.Next(TimeSpan.FromDays(1), done: null, begun: null, s_now));
        Assert.Equal(s_now, BackupDue.Next(TimeSpan.FromDays(1), done: s_now.AddYears(1), begun: s_now.AddYears(1), s_now));
    }
}
