using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods;

/// <summary>What people call a lot or a little of an audio feature.</summary>
public static class FeatureWords
{
    private static readonly Words[] s_words =
    [
        new("Danceability", "danceable", "hardly danceable", "more danceable", "less danceable"),
        new("Energy", "energetic", "calm", "more energetic", "calmer"),
        new("Key", "high key", "low key", "higher key", "lower key"),
        new("Loudness", "loud", "quiet", "louder", "quieter"),
        new("Mode", "major key", "minor key", "more in major", "more in minor"),
        new("Speechiness", "much speech", "little speech", "more speech", "less speech"),
        new("Acousticness", "acoustic", "hardly acoustic", "more acoustic", "less acoustic"),
        new("Instrumentalness", "instrumental", "vocals", "more instrumental", "more vocals"),
        new("Liveness", "live sound", "studio sound", "more live sound", "more studio sound"),
        new("Valence", "cheerful", "sombre", "more cheerful", "more sombre"),
        new("Tempo", "fast", "slow", "faster", "slower"),
        new("Length", "long", "short", "longer", "shorter"),
        new("Beats per bar", "many beats per bar", "few beats per bar", "more beats per bar", "fewer beats per bar"),
    ];

    /// <summary>The feature as a heading: "Energy".</summary>
    public static string NameOf(Feature feature) => s_words[(int)feature].Name;

    /// <summary>Where a value stands: "energetic", "calm".</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="standing">Deviations from the mean; only the sign counts.</param>
    public static string Of(Feature feature, double standing) => standing >= 0 ? s_words[(int)feature].Much : s_words[(int)feature].Little;

    /// <summary>How a value stands to another: "more energetic", "slower".</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="difference">Above or below 0; only the sign counts.</param>
    public static string Compared(Feature feature, double difference) => difference >= 0 ? s_words[(int)feature].More : s_words[(int)feature].Less;

    /// <summary>Whether much of it says something to a listener; the pitch class and the metre don't.</summary>
    public static bool IsTelling(Feature feature) => feature is not (Feature.Key or Feature.TimeSignature);

    /// <summary>A value with its unit, as people write it: "0.82", "−6.1 dB", "121 bpm", "3:42".</summary>
    public static string Format(Feature feature, double value, IFormatProvider culture) => feature switch
    {
        Feature.Loudness => string.Create(culture, $"{value:0.0} dB"),
        Feature.Tempo => string.Create(culture, $"{value:0} bpm"),
        Feature.DurationMs => string.Create(culture, $"{(int)value / 60_000}:{(int)value / 1000 % 60:00}"),
        Feature.Key or Feature.TimeSignature => string.Create(culture, $"{value:0.#}"),
        _ => string.Create(culture, $"{value:0.00}"),
    };

    private sealed record Words(string Name, string Much, string Little, string More, string Less);
}
