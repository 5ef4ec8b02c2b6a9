using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers.Lyrics;

/// <summary>Moves a clock over the pauses that work waits for, and over nothing else.</summary>
internal static class Driving
{
    /// <summary>Pauses between calls and before repeated ones are shorter, the time limits of calls longer: an answer under way is never cut off, however slow this machine is.</summary>
    private static readonly TimeSpan s_pauses = TimeSpan.FromSeconds(5);

    /// <summary>Ends when the work does.</summary>
    /// <param name="time">The clock that the work waits for.</param>
    /// <param name="work">The work.</param>
    /// <param name="ended">How many attempts have ended so far: after one that ended, a longer wait is a pause, too.</param>
    /// <param name="reach">Timers due within so long are pauses; null for the usual.</param>
    public static async Task<T> ToEndAsync<T>(this DrivenTime time, Task<T> work, Func<int>? ended = null, TimeSpan? reach = null)
    {
        for (var driven = ended?.Invoke() ?? 0; !work.IsCompleted;)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var soFar = ended?.Invoke() ?? 0;
            if (time.NextDue is { } due && (due - time.GetUtcNow() <= (reach ?? s_pauses) || (soFar > driven && time.Waiting == 2)))
            {
                driven = soFar;
                time.AdvanceTo(due);
            }

            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(2), TestContext.Current.CancellationToken));
        }

        return await work;
    }
}
