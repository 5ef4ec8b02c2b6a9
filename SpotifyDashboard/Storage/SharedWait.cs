namespace SpotifyDashboard.Storage;

/// <summary>Waiting for work that others wait for too.</summary>
internal static class SharedWait
{
    /// <summary>Waits for shared work without going on upon the thread that did it.</summary>
    /// <param name="work">What several wait for.</param>
    /// <param name="cancellationToken">Ends this caller's wait, not the work.</param>
    public static async Task<T> WaitApartAsync<T>(this Task<T> work, CancellationToken cancellationToken)
    {
        if (work.IsCompleted)
        {
            return await work;
        }

        try
        {
            return await work.WaitAsync(cancellationToken);
        }
        finally
        {
            // That thread wakes those who waited one after the other: whoever goes on working at once would keep it from the next.
            await Task.Yield();
        }
    }
}
