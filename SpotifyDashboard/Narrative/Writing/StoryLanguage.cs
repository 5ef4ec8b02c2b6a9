using System.Globalization;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>The languages in which a model's story can be checked, and so be written.</summary>
internal static class StoryLanguage
{
    private const string Fallback = "en";

    private static readonly string[] s_checkable = [Fallback, "de", "fr", "es", "it", "pt", "nl"];

    /// <summary>The language itself where its texts can be checked, else English.</summary>
    public static CultureInfo Of(CultureInfo wanted) =>
        s_checkable.Contains(wanted.TwoLetterISOLanguageName, StringComparer.Ordinal) ? wanted : CultureInfo.GetCultureInfo(Fallback);

    /// <summary>Its English name and code: "German (de)".</summary>
    public static string NameOf(CultureInfo language)
    {
        var neutral = CultureInfo.GetCultureInfo(language.TwoLetterISOLanguageName);
        return $"{neutral.EnglishName} ({neutral.Name})";
    }
}
