using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SpotifyDashboard.Components.Charts;

namespace SpotifyDashboard.Tests.Components;

public sealed partial class MoodPaletteTests
{
    [Fact]
    public void Marks_AllTen_AreUniquePairs()
    {
        var marks = MoodPalette.First(MoodPalette.Count);

        Assert.Equal(10, marks.Distinct().Count());
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Colors_OnSurfaceAndPage_ReachThreeToOne(string theme)
    {
        var tokens = TokensOf(theme);
        var weak =
            from mark in MoodPalette.First(MoodPalette.Count)
            from ground in new[] { "--surface", "--page" }
            let contrast = Contrast(tokens[mark.ColorVariable], tokens[ground])
            where contrast < 3
            select $"{mark.ColorVariable} on {ground}: {contrast:0.00}";

        Assert.Empty(weak);
    }

    [Theory]
    [InlineData("light", "--text", "--surface", 7)]
    [InlineData("light", "--text-muted", "--surface", 4.5)]
    [InlineData("light", "--text-muted", "--page", 4.5)]
    [InlineData("light", "--accent-text", "--accent-soft", 4.5)]
    [InlineData("light", "--on-accent", "--accent", 4.5)]
    [InlineData("dark", "--text", "--surface", 7)]
    [InlineData("dark", "--text-muted", "--surface", 4.5)]
    [InlineData("dark", "--text-muted", "--hover", 4.5)]
    [InlineData("dark", "--accent-text", "--accent-soft", 4.5)]
    [InlineData("dark", "--on-accent", "--accent", 4.5)]
    public void Words_OnTheirGround_AreReadable(string theme, string words, string ground, double least)
    {
        var tokens = TokensOf(theme);

        Assert.InRange(Contrast(tokens[words], tokens[ground]), least, 21);
    }

    // WCAG 2.2, relative luminance and contrast ratio.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        double Part(int at)
        {
            var share = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    private static Dictionary<string, string> TokensOf(string theme, [CallerFilePath] string thisFile = "")
    {
        var css = File.ReadAllText(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "SpotifyDashboard", "wwwroot", "app.css"));
        var block = css[css.IndexOf($"[data-theme=\"{theme}\"]", StringComparison.Ordinal)..];
        return Tokens().Matches(block[..block.IndexOf('}', StringComparison.Ordinal)])
            .ToDictionary(static match => match.Groups["name"].Value, static match => match.Groups["color"].Value, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(?<name>--[\w-]+): (?<color>#[0-9a-f]{6});", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tokens();
}
