using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SpotifyDashboard.Tests.Architecture;

/// <summary>One project has no compiler to keep its folders apart; this test does that job (design, section 4).</summary>
public sealed partial class DependencyTests
{
    private static readonly string[] s_foundations = ["Components", "Session", "Listening", "Numerics", "Providers", "Storage", "Caching", "Jobs"];

    /// <summary>Features that others may name, because they offer public services.</summary>
    private static readonly string[] s_sharedFeatures = ["SignIn", "Ingest", "Statistics", "Moods"];

    /// <summary>Foundation → the folders it may name. A feature may name every foundation and the shared features.</summary>
    private static readonly Dictionary<string, string[]> s_allowed = new(StringComparer.Ordinal)
    {
        ["Numerics"] = [],
        ["Listening"] = [],
        ["Providers"] = ["Listening"],
        ["Storage"] = ["Listening"],
        ["Caching"] = ["Listening", "Storage", "Providers"],
        ["Jobs"] = ["Listening", "Storage", "Session"],
        ["Session"] = ["Listening", "Storage"],
        ["Components"] = ["Listening", "Session", "Jobs"],
    };

    public static TheoryData<string> Folders =>
        [.. Directory.EnumerateDirectories(SourceRoot()).Select(folder => Path.GetFileName(folder)!).Where(IsSubject)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_NamesOnlyWhatItMay(string folder)
    {
        var allowed = s_allowed.TryGetValue(folder, out var listed) ? listed : [.. s_foundations, .. s_sharedFeatures];

        var offenders =
            from file in Directory.EnumerateFiles(Path.Combine(SourceRoot(), folder), "*.*", SearchOption.AllDirectories)
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
            from Match match in Names().Matches(File.ReadAllText(file))
            let target = match.Groups["folder"].Value
            where target != folder && Directory.Exists(Path.Combine(SourceRoot(), target)) && !allowed.Contains(target)
            select $"{Path.GetFileName(file)} names {target}";

        Assert.Empty(offenders.Distinct());
    }

    private static bool IsSubject(string folder) =>
        Directory.EnumerateFiles(Path.Combine(SourceRoot(), folder), "*.cs", SearchOption.AllDirectories).Any()
        && folder is not ("bin" or "obj" or "node_modules" or "Properties");

    private static string SourceRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "SpotifyDashboard"));

    // Every mention of a namespace of ours: a using line or a fully qualified name.
    [GeneratedRegex(@"SpotifyDashboard\.(?<folder>[A-Z]\w*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
