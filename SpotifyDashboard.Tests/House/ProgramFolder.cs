namespace SpotifyDashboard.Tests.House;

/// <summary>Clears away the folder of a program that a test ran.</summary>
internal static class ProgramFolder
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Deletes the folder; the program's own end may still be closing its database when the test host has ended.</summary>
    public static async Task DeleteAsync(string folder)
    {
        for (var left = s_patience; ; left -= s_pause)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (left > TimeSpan.Zero)
            {
                await Task.Delay(s_pause);
            }
        }
    }
}
