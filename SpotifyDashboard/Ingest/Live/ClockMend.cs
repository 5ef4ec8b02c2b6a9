using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Brings back into the present what was noted while the clock was ahead, so that a corrected clock does not keep calls waiting for years.</summary>
internal static class ClockMend
{
    /// <summary>Clocks of several machines differ by less.</summary>
    private static readonly TimeSpan s_clockStep = TimeSpan.FromMinutes(1);

    /// <summary>Calls that were made in the future count as made now, and a wait that began there begins now and is as long.</summary>
    public static async Task BringBackAsync(WriteTransaction write, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (present, future) = (now.ToUnixTimeMilliseconds(), (now + s_clockStep).ToUnixTimeMilliseconds());
        await using var calls = write.Command("UPDATE api_calls SET at = @now WHERE at > @future", "now", "future");
        calls.Set(present, future);
        await calls.ExecuteNonQueryAsync(cancellationToken);
        await using var waits = write.Command(
            "UPDATE service_blocks SET blocked_until = @now + (blocked_until - since), since = @now WHERE since > @future", "now", "future");
        waits.Set(present, future);
        await waits.ExecuteNonQueryAsync(cancellationToken);
    }
}
