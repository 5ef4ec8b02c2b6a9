using System.Text.RegularExpressions;

namespace SpotifyDashboard.Tests.Architecture;

/// <summary>What the innermost folders may not touch, also where no <c>using</c> line gives it away.</summary>
public sealed partial class PurityTests
{
    [Theory]
    [InlineData("Numerics")]
    [InlineData("Listening")]
    public void InnerFolder_NamesNothingBeyondTheBaseLibrary(string folder)
    {
        var offenders =
            from file in SourceTree.Files(Path.Combine(SourceTree.Program, folder), ".cs")
            from Match match in Usings().Matches(File.ReadAllText(file))
            let named = match.Groups["name"].Value
            where named != "System" && !named.StartsWith("System.", StringComparison.Ordinal) && named != $"SpotifyDashboard.{folder}"
            select $"{SourceTree.Shown(file)} names {named}";

        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData("Numerics")]
    [InlineData("Listening")]
    public void InnerFolder_KnowsNoClockNetworkDatabaseOrLog(string folder)
    {
        var offenders =
            from file in SourceTree.Files(Path.Combine(SourceTree.Program, folder), ".cs")
            from Match match in Outside().Matches(Comments().Replace(File.ReadAllText(file), ""))
            select $"{SourceTree.Shown(file)} uses {match.Value}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Program_TakesTimeFromTheClockItIsGiven()
    {
        var offenders =
            from file in SourceTree.Files(SourceTree.Program, ".cs", ".razor")
            from Match match in Clock().Matches(Comments().Replace(File.ReadAllText(file), ""))
            select $"{SourceTree.Shown(file)} uses {match.Value}";

        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"^using (static )?(\w+ = )?(?<name>[\w.]+);", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Usings();

    [GeneratedRegex(@"\b(ILogger|DbContext|DbCommand|HttpClient|HttpContext|IServiceCollection|IConfiguration|TimeProvider|File\.|DateTime(Offset)?\.(Utc)?Now|Random\.Shared)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Outside();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|Environment\.TickCount|Stopwatch\.GetTimestamp", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();

    [GeneratedRegex("//.*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comments();
}
