using System.Text.RegularExpressions;

namespace SpotifyDashboard.Tests.Architecture;

/// <summary>How the source is cut and named.</summary>
public sealed partial class ShapeTests
{
    private const int LongestFile = 300;

    private static readonly string[] s_emptyNames = ["Services", "Helpers", "Utils", "Utilities", "Common", "Models", "Core", "Managers"];

    private static readonly string[] s_source = [".cs", ".razor", ".js", ".css"];

    [Fact]
    public void Folders_AreNamedAfterSubjects()
    {
        var offenders =
            from file in SourceTree.Files(SourceTree.Root, s_source)
            from part in SourceTree.Shown(file).Split('/')
            where s_emptyNames.Contains(Path.GetFileNameWithoutExtension(part), StringComparer.OrdinalIgnoreCase)
            select SourceTree.Shown(file);

        Assert.Empty(offenders);
    }

    [Fact]
    public void Types_AreNotCalledHelperOrManager()
    {
        var offenders = SourceTree.Files(SourceTree.Root, ".cs", ".razor")
            .Where(file => EmptyType().IsMatch(Path.GetFileNameWithoutExtension(file)))
            .Select(SourceTree.Shown);

        Assert.Empty(offenders);
    }

    [Fact]
    public void Files_HoldOneTypeNamedAsTheyAre()
    {
        var offenders =
            from file in SourceTree.Files(SourceTree.Program, ".cs")
            where Path.GetFileName(file) != "Program.cs"
            let types = TopLevelType().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList()
            where types is not [var only] || only != Path.GetFileNameWithoutExtension(file)
            select $"{SourceTree.Shown(file)}: {string.Join(", ", types)}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Files_AreShort()
    {
        var offenders =
            from file in SourceTree.Files(SourceTree.Root, ".cs", ".razor", ".js")
            where !SourceTree.Shown(file).Contains("/Migrations/", StringComparison.Ordinal) // one step of history is not cut in two
            let lines = File.ReadLines(file).Count()
            where lines > LongestFile
            select $"{SourceTree.Shown(file)}: {lines} lines";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Program_IsATableOfContents()
    {
        Assert.InRange(File.ReadLines(Path.Combine(SourceTree.Program, "Program.cs")).Count(), 1, 60);
    }

    [GeneratedRegex("(Helper|Helpers|Util|Utils|Manager)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmptyType();

    // Namespaces are file-scoped, so a type of the file itself begins in the first column.
    [GeneratedRegex(
        @"^(public |internal |file |sealed |static |abstract |partial |readonly |ref |unsafe )*(class|record struct|record|struct|interface|enum) (?<name>\w+)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TopLevelType();
}
