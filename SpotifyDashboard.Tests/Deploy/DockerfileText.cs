using System.Text.RegularExpressions;
using SpotifyDashboard.Tests.Architecture;

namespace SpotifyDashboard.Tests.Deploy;

/// <summary>The instructions of the Dockerfile, in order.</summary>
internal static partial class DockerfileText
{
    /// <summary>Name and rest of each, lines joined, comments left out.</summary>
    public static IReadOnlyList<(string Name, string Words)> Instructions()
    {
        var lines = File.ReadLines(Path.Combine(SourceTree.Root, "Dockerfile")).Where(static line => !line.TrimStart().StartsWith('#'));
        return
        [
            .. Joined().Replace(string.Join('\n', lines), " ")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => line.Split(' ', 2))
                .Select(static parts => (parts[0], parts[^1].Trim())),
        ];
    }

    /// <summary>The only instruction of that name in the last stage.</summary>
    public static string Last(string name) => Instructions().Last(instruction => instruction.Name == name).Words;

    /// <summary>What the image sets.</summary>
    public static Dictionary<string, string> Variables() =>
        Pairs().Matches(Last("ENV")).ToDictionary(match => match.Groups["key"].Value, match => match.Groups["value"].Value.Trim('"'), StringComparer.Ordinal);

    [GeneratedRegex(@"\s*\\\n\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joined();

    [GeneratedRegex("""(?<key>\w+)=(?<value>"[^"]*"|\S+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pairs();
}
