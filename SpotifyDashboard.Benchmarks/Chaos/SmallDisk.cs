namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>A small disk of its own in memory, where the system lets one be mounted, so that it can be filled to the last byte.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Megabytes = 384;

    private readonly string _ballast;

    private SmallDisk(string folder, bool isMounted)
    {
        Folder = folder;
        IsMounted = isMounted;
        _ballast = Path.Combine(folder, "ballast");
    }

    public string Folder { get; }

    /// <summary>Whether it is a disk of its own; an ordinary folder is never filled.</summary>
    public bool IsMounted { get; }

    public static async Task<SmallDisk> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-chaos-").FullName;
        var isMounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            && await Shell.RunAsync("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m,mode=755", "tmpfs", folder) == 0;
        return new SmallDisk(folder, isMounted);
    }

    /// <summary>Writes until nothing more goes in.</summary>
    public void Fill()
    {
        using var file = new FileStream(_ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = 1024 * 1024; size >= 512; size /= 4)
        {
            try
            {
                for (var block = new byte[size]; ;)
                {
                    file.Write(block);
                }
            }
            catch (IOException)
            {
                // Full for a block of this size; smaller ones may still go in.
            }
        }
    }

    /// <summary>Makes room again.</summary>
    public void Free() => File.Delete(_ballast);

    public async ValueTask DisposeAsync()
    {
        if (IsMounted && await Shell.RunAsync("umount", Folder) != 0)
        {
            await Shell.RunAsync("umount", "-l", Folder);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
