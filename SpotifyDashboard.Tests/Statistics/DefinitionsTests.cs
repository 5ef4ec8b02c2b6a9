using System.Runtime.CompilerServices;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Tests.Statistics;

public sealed class DefinitionsTests
{
    public static TheoryData<string> Names => [.. Definitions.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Definition_OnScreen_IsTheOneInTheDocumentation(string name)
    {
        var documented = File.ReadAllText(DocumentPath());

        Assert.Contains($"## {name}\n\n*{Definitions.All[name]}*\n", documented, StringComparison.Ordinal);
    }

    private static string DocumentPath([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile) ?? "", "..", "..", "docs", "statistics.md"));
}
