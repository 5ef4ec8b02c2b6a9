using System.Text.Json;
using System.Text.RegularExpressions;
using SpotifyDashboard.Tests.Architecture;

namespace SpotifyDashboard.Tests.House;

/// <summary>What is written beside the program stays true to it.</summary>
public sealed partial class PaperworkTests
{
    private const int LongestReadme = 150;

    /// <summary>Addresses that may stand in what a browser gets: this machine, names of XML vocabularies, links to Spotify and its covers.</summary>
    private static readonly string[] s_knownHosts = ["localhost", "127.0.0.1", "www.w3.org", "spotify.com", "www.spotify.com", "developer.spotify.com", "open.spotify.com", "i.scdn.co"];

    public static TheoryData<string> Pages => [.. Documents().Select(SourceTree.Shown)];

    [Fact]
    public void Readme_IsShort()
    {
        Assert.InRange(File.ReadLines(Path.Combine(SourceTree.Root, "README.md")).Count(), 1, LongestReadme);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_OfAPage_LeadToFilesThatExist(string page)
    {
        var file = Path.Combine(SourceTree.Root, page);

        var broken = Links().Matches(File.ReadAllText(file))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(target => target.Split('#')[0])
            .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, target)));

        Assert.Empty(broken);
    }

    [Fact]
    public void Settings_OfTheProgram_AreDocumented()
    {
        var documents = string.Concat(Documents().Select(File.ReadAllText));
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Program, "appsettings.json")));

        var keys = Keys(settings.RootElement, "").ToList();

        Assert.NotEmpty(keys);
        Assert.DoesNotContain(keys, key => !documents.Contains($"`{key}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_OfTheExampleFile_AreReadByTheProgram()
    {
        var source = string.Concat(SourceTree.Files(SourceTree.Program, ".cs").Select(File.ReadAllText));

        var names = ExampleNames().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, ".env.example"))).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, name => !source.Contains($"\"{name}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Browser_IsSentToNoOtherHost()
    {
        var offenders =
            from file in SourceTree.Files(SourceTree.Program, ".razor", ".js", ".css", ".html", ".svg")
            from Match match in Hosts().Matches(File.ReadAllText(file))
            where !s_knownHosts.Contains(match.Groups["host"].Value)
            select $"{SourceTree.Shown(file)} names {match.Groups["host"].Value}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Decisions_AreAllListed()
    {
        var folder = Path.Combine(SourceTree.Root, "docs", "decisions");
        var list = File.ReadAllText(Path.Combine(folder, "README.md"));

        var decisions = Directory.GetFiles(folder, "0*.md").Select(file => Path.GetFileName(file)!).ToList();

        Assert.NotEmpty(decisions);
        Assert.DoesNotContain(decisions, name => !list.Contains($"({name})", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Documents() => SourceTree.Files(SourceTree.Root, ".md");

    /// <summary>The keys with a value, as people write them; log levels of foreign namespaces are no settings of ours.</summary>
    private static IEnumerable<string> Keys(JsonElement element, string prefix) =>
        element.EnumerateObject()
            .SelectMany(property => property.Value.ValueKind == JsonValueKind.Object
                ? Keys(property.Value, $"{prefix}{property.Name}:")
                : [$"{prefix}{property.Name}"])
            .Where(key => !key.StartsWith("Logging:LogLevel:Microsoft", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    [GeneratedRegex("^#?(?<name>[A-Z][A-Z_]+)=", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExampleNames();

    [GeneratedRegex(@"https?://(?<host>[\w.-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hosts();
}
