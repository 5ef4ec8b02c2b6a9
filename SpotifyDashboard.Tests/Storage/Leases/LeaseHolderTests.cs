using System.Diagnostics;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Tests.Storage.Leases;

/// <summary>Who holds a lease, and whether they are certainly gone.</summary>
public sealed class LeaseHolderTests
{
    [Fact]
    public void Holder_InThisProcess_IsNotGone()
    {
        Assert.False(LeaseHolder.IsGone(LeaseHolder.Create()));
    }

    [Fact]
    public void Holders_InOneProcess_DifferByNumber()
    {
        Assert.NotEqual(LeaseHolder.Create(), LeaseHolder.Create());
    }

    [Fact]
    public async Task Holder_WhoseProcessHasEnded_IsGone()
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, "--version") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var start = process.StartTime.ToUniversalTime();
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(LeaseHolder.IsGone($"{Environment.MachineName}/{process.Id}/{start:O}/0"));
    }

    [Fact]
    public void Holder_WithThisProcessNumberFromAnEarlierStart_IsGone()
    {
        Assert.True(LeaseHolder.IsGone($"{Environment.MachineName}/{Environment.ProcessId}/2026-01-01T00:00:00.0000000Z/0"));
    }

    [Fact]
    public void Holder_OnAnotherMachine_MayBeAlive()
    {
        Assert.False(LeaseHolder.IsGone("elsewhere/1/2026-01-01T00:00:00.0000000Z/0"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a/b/c/d")]
    public void Holder_ThatSaysNothing_IsGone(string? holder)
    {
        Assert.True(LeaseHolder.IsGone(holder));
    }
}
