using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Components.Controls;

/// <summary>What a missing cover is made from: the same words always give the same picture, on every machine.</summary>
internal static class CoverLook
{
    /// <summary>A hue of 0 to 359 degrees (FNV-1a over the UTF-8 bytes).</summary>
    public static int HueOf(string text)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ octet) * 16777619u);
        }

        return (int)(hash % 360);
    }

    /// <summary>The first letter or digit of the first two words that have one, in capitals; a note where there is none.</summary>
    public static string InitialsOf(string text)
    {
        var initials = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => word.EnumerateRunes().FirstOrDefault(Rune.IsLetterOrDigit))
            .Where(static rune => rune != default)
            .Take(2)
            .Select(static rune => Rune.ToUpper(rune, CultureInfo.InvariantCulture).ToString());
        var found = string.Concat(initials);
        return found.Length == 0 ? "♪" : found;
    }
}
