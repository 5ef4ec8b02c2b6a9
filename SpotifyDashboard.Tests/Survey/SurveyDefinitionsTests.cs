using System.Reflection;
using SpotifyDashboard.Survey;
using SpotifyDashboard.Tests.Architecture;

namespace SpotifyDashboard.Tests.Survey;

public sealed class SurveyDefinitionsTests
{
    public static TheoryData<string> Names => [.. typeof(SurveyDefinitions).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => constant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SentenceOnScreen_IsTheDocumentedOne(string name)
    {
        var said = (string)typeof(SurveyDefinitions).GetField(name)!.GetRawConstantValue()!;
        var documented = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "docs", "statistics.md"), TestContext.Current.CancellationToken);

        Assert.Contains($"*{said}*", documented, StringComparison.Ordinal);
    }
}
