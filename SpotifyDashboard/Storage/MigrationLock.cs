namespace SpotifyDashboard.Storage;

/// <summary>Keeps processes from bringing one SQLite file up to date, or restoring it, at once.</summary>
internal static class MigrationLock
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for its turn. Held by this process alone and let go by its death.</summary>
    /// <param name="file">The database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<FileStream> AcquireAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(time);
        var since = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (IsTaken(exception) && time.GetElapsedTime(since) < s_patience)
            {
                await Task.Delay(s_pause, time, cancellationToken);
            }
        }
    }

    /// <summary>A full or read-only disk does not get better by waiting.</summary>
    private static bool IsTaken(IOException exception) => exception is not (DirectoryNotFoundException or PathTooLongException) && !Failures.StorageFailure.IsOfTheDisk(exception);
}
