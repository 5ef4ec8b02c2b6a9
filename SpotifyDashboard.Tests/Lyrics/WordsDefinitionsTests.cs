using System.Reflection;
using SpotifyDashboard.Lyrics;
using SpotifyDashboard.Tests.Architecture;

namespace SpotifyDashboard.Tests.Lyrics;

public sealed class WordsDefinitionsTests
{
    public static TheoryData<string> Names => [.. typeof(WordsDefinitions).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => constant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SentenceOnScreen_IsTheDocumentedOne(string name)
    {
        var said = (string)typeof(WordsDefinitions).GetField(name)!.GetRawConstantValue()!;
        var documented = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "docs", "statistics.md"), TestContext.Current.CancellationToken);

        Assert.Contains($"*{said}*", documented, StringComparison.Ordinal);
    }
}
