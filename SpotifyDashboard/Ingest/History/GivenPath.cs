namespace SpotifyDashboard.Ingest.History;

/// <summary>Paths as a person gives them at a terminal.</summary>
internal static class GivenPath
{
    /// <summary>The full path of <paramref name="path"/>.</summary>
    /// <remarks><c>dotnet run --project</c> starts the program in the project's folder; the shell's own folder is then told by <c>PWD</c> alone.</remarks>
    public static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        return !File.Exists(full) && Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } shell
            ? Path.GetFullPath(path, shell)
            : full;
    }
}
