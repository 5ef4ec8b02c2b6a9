using System.Diagnostics;
using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Tests.Jobs;

/// <summary>Who holds a job, and whether they may still be at it.</summary>
public sealed class JobOwnerTests
{
    [Fact]
    public void Owner_InThisProcess_IsAlive()
    {
        Assert.True(JobOwner.MayBeAlive(JobOwner.Create(), TimeSpan.FromDays(1)));
    }

    [Fact]
    public void Owners_InOneProcess_DifferByRunner()
    {
        Assert.NotEqual(JobOwner.Create(), JobOwner.Create());
    }

    [Fact]
    public async Task Owner_WhoseProcessHasEnded_IsNotAlive()
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, "--version") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var start = process.StartTime.ToUniversalTime();
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.False(JobOwner.MayBeAlive($"{Environment.MachineName}/{process.Id}/{start:O}/0", TimeSpan.Zero));
    }

    [Fact]
    public void Owner_WithThisProcessNumberFromAnEarlierStart_IsNotAlive()
    {
        Assert.False(JobOwner.MayBeAlive($"{Environment.MachineName}/{Environment.ProcessId}/2026-01-01T00:00:00.0000000Z/0", TimeSpan.Zero));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(600, false)]
    public void Owner_OnAnotherMachine_IsAliveWhileItGivesSigns(int silentSeconds, bool expected)
    {
        Assert.Equal(expected, JobOwner.MayBeAlive("elsewhere/1/2026-01-01T00:00:00.0000000Z/0", TimeSpan.FromSeconds(silentSeconds)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a/b/c/d")]
    public void Owner_ThatSaysNothing_IsNotAlive(string? owner)
    {
        Assert.False(JobOwner.MayBeAlive(owner, TimeSpan.Zero));
    }
}
