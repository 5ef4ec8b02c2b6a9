using System.Reflection;

namespace SpotifyDashboard.Narrative.Checking.Wording;

/// <summary>Reads the word lists that are built into the program.</summary>
internal static class Resource
{
    private const string Folder = "SpotifyDashboard.Narrative.Checking.Resources.";

    /// <summary>The lines of a list without comments and empty ones.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name) ?? throw new InvalidOperationException($"The word list {name} is not built in.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
