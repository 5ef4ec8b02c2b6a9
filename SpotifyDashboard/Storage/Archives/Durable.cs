namespace SpotifyDashboard.Storage.Archives;

/// <summary>Makes sure that a file survives a power cut before its name is given away.</summary>
internal static class Durable
{
    /// <summary>Writes what the system still holds in memory to the disk.</summary>
    public static void Flush(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }
}
