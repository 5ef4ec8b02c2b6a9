using System.Globalization;

namespace SpotifyDashboard.Moods.Pages;

/// <summary>Says in sentences what sets a mood apart.</summary>
internal static class MoodTraitWords
{
    private const int Shown = 5;

    /// <summary>At most five traits that say something, each as words and figures; empty for a mood close to the average.</summary>
    public static IReadOnlyList<(string Words, string Figures)> Of(IReadOnlyList<MoodTrait> traits) =>
    [
        .. traits.Where(IsTelling).Take(Shown).Select(trait => (WordsOf(trait), FiguresOf(trait))),
    ];

    /// <summary>Whether a trait is large enough to be spoken of, and of a feature that says something to a listener.</summary>
    public static bool IsTelling(MoodTrait trait) => Math.Abs(trait.Deviations) >= MoodTrait.Noticeable && FeatureWords.IsTelling(trait.Feature);

    /// <summary>"More acoustic than your average".</summary>
    public static string WordsOf(MoodTrait trait)
    {
        var words = FeatureWords.Compared(trait.Feature, trait.Deviations);
        return $"{char.ToUpperInvariant(words[0])}{words[1..]} than your average";
    }

    private static string FiguresOf(MoodTrait trait)
    {
        var culture = CultureInfo.CurrentCulture;
        var value = FeatureWords.Format(trait.Feature, trait.Value, culture);
        var average = FeatureWords.Format(trait.Feature, trait.Average, culture);
        return string.Create(culture, $"{FeatureWords.NameOf(trait.Feature)} {value}, yours {average}: {Math.Abs(trait.Deviations):0.0} deviations {(trait.Deviations > 0 ? "above" : "below")}");
    }
}
