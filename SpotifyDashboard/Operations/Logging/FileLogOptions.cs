namespace SpotifyDashboard.Operations.Logging;

/// <summary>Settings of section <c>Logging:File</c>: the log in a file, beside the console's.</summary>
internal sealed class FileLogOptions
{
    public const string SectionName = "Logging:File";

    /// <summary>Where it is written, below the program's folder where not absolute; empty: no file.</summary>
    public string Path { get; set; } = "";

    /// <summary>Bytes after which a new file is begun.</summary>
    public long MaxBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How many files are kept, the one that is written included.</summary>
    public int Keep { get; set; } = 5;
}
