using System.Runtime.CompilerServices;

namespace SpotifyDashboard.Tests.Architecture;

/// <summary>The files of the repository as they were when the tests were built.</summary>
internal static class SourceTree
{
    private static readonly string[] s_made = ["bin", "obj", "node_modules", "data", "logs", "_framework", "lib", "TestResults"];

    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the program.</summary>
    public static string Program { get; } = Path.Combine(Root, "SpotifyDashboard");

    /// <summary>Files under <paramref name="folder"/> with one of these endings, without what builds make.</summary>
    /// <param name="folder">An absolute folder.</param>
    /// <param name="endings">For example <c>.cs</c>.</param>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Directory.EnumerateDirectories(folder)
            .Where(child => !s_made.Contains(Path.GetFileName(child)) && !Path.GetFileName(child).StartsWith('.'))
            .SelectMany(child => Files(child, endings))
            .Concat(Directory.EnumerateFiles(folder).Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal))));

    /// <summary>The path as people write it: from the root, with slashes.</summary>
    public static string Shown(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
