using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Tests.Narrative.Checking;

/// <summary>Texts about known facts, right ones and such with one planted error, in the folder Corpus: <c>name.facts.json</c>, <c>name.right.txt</c>, <c>name.wrong.txt</c>.</summary>
internal static class Corpus
{
    private const string Folder = "SpotifyDashboard.Tests.Narrative.Checking.Corpus.";
    private const int TextStart = 4;

    /// <summary>The lists of facts.</summary>
    public static ImmutableArray<string> Names { get; } = ["nameless", "week", "year"];

    /// <summary>A list of facts.</summary>
    public static NarrativeFacts Facts(string name) => CorpusFacts.Read(Whole($"{name}.facts.json"));

    /// <summary>The texts of a file; planted errors without their brackets.</summary>
    public static IReadOnlyList<CorpusText> Texts(string file) =>
        [.. Whole(file).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(static line => line[0] != '#').Select(Read)];

    /// <summary>The verdict on a description alone.</summary>
    public static CheckedText Check(string description, NarrativeFacts facts, CultureInfo language) =>
        FactCheck.Check(new NarrativeText("Your listening", description, "No remarks.", []), facts, language);

    private static CorpusText Read(string line)
    {
        var text = line[TextStart..];
        var (start, end) = (text.IndexOf("[[", StringComparison.Ordinal), text.IndexOf("]]", StringComparison.Ordinal));
        return new CorpusText(
            CultureInfo.GetCultureInfo(line[..2]),
            text.Replace("[[", "", StringComparison.Ordinal).Replace("]]", "", StringComparison.Ordinal),
            start < 0 ? null : text[(start + 2)..end]);
    }

    private static string Whole(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + file) ?? throw new InvalidOperationException($"The corpus has no {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
