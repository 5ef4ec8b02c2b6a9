using System.Text.Json;
using SpotifyDashboard.Tests.Architecture;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>What the program is made of stands in docs/licences.md, with licences that let it be given on.</summary>
public sealed class LicencesTests
{
    private static readonly string[] s_fine =
    [
        "MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "PostgreSQL", "MPL-2.0", "MS-PL", "0BSD", "Zlib", "CC0-1.0", "Unlicense", "BlueOak-1.0.0", "Python-2.0", "Public Domain",
    ];

    private static readonly string[] s_list = File.ReadAllLines(Path.Combine(SourceTree.Root, "docs", "licences.md"));

    [Fact]
    public void Packages_OfTheProgram_AreListedInTheVersionThatWasRestored()
    {
        using var restored = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Program, "obj", "project.assets.json")));
        var packages = restored.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(static library => library.Value.GetProperty("type").GetString() == "package")
            .Select(static library => $"| {library.Name.Replace("/", " | ", StringComparison.Ordinal)} | ")
            .ToList();

        Assert.NotEmpty(packages);
        Assert.DoesNotContain(packages, static package => !Array.Exists(s_list, line => line.StartsWith(package, StringComparison.Ordinal)));
    }

    [Fact]
    public void Packages_OfTheBrowser_AreListedWithTheLicenceThatTheyState()
    {
        using var restored = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Program, "package-lock.json")));
        var packages = restored.RootElement.GetProperty("packages").EnumerateObject()
            .Where(static package => package.Name.Length > 0 && !package.Name.Contains("@esbuild/", StringComparison.Ordinal))
            .Select(static package => $"| {package.Name[(package.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + 13)..]} | {Text(package.Value, "version")} | {Stated(package.Value)}")
            .ToList();

        Assert.NotEmpty(packages);
        Assert.DoesNotContain(packages, static package => !Array.Exists(s_list, line => line.StartsWith(package, StringComparison.Ordinal)));
    }

    [Fact]
    public void Licences_OfTheList_LetTheProgramBeGivenOn()
    {
        var licences = s_list.Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| package", StringComparison.Ordinal))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries)[3])
            .ToList();

        Assert.True(licences.Count > 100);
        Assert.Empty(licences.Where(static licence => !licence.Split([" AND ", " OR ", "(", ")"], StringSplitOptions.RemoveEmptyEntries).Any(static one => s_fine.Contains(one.Trim()))).Distinct());
    }

    /// <summary>The licence in a word; empty where the package leads to a file, which was read for the list.</summary>
    private static string Stated(JsonElement package) => Text(package, "license") is { } stated && !stated.StartsWith("SEE ", StringComparison.Ordinal) ? $"{stated} |" : "";

    private static string? Text(JsonElement package, string name) => package.TryGetProperty(name, out var value) ? value.GetString() : null;
}
