using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>The tones as the pages offer them and as they stand in an address.</summary>
internal static class StoryTone
{
    /// <summary>All tones, with the value in the address and the words of the choice.</summary>
    public static IReadOnlyList<(string Value, string Text)> Options { get; } = [.. Enum.GetValues<NarrativeTone>().Select(static tone => (Key(tone), Name(tone)))];

    /// <summary>Reads a tone from an address; what is missing or none gives <paramref name="otherwise"/>.</summary>
    public static NarrativeTone Read(string? text, NarrativeTone otherwise) =>
        Enum.GetValues<NarrativeTone>().Where(tone => string.Equals(Key(tone), text, StringComparison.OrdinalIgnoreCase)).Cast<NarrativeTone?>().FirstOrDefault() ?? otherwise;

    /// <summary>The tone in an address.</summary>
    public static string Key(NarrativeTone tone) => tone.ToString().ToLowerInvariant();

    /// <summary>The tone as people read it.</summary>
    public static string Name(NarrativeTone tone) => tone.ToString();

    /// <summary>What to expect of it.</summary>
    public static string Promise(NarrativeTone tone) => tone switch
    {
        NarrativeTone.Sarcastic => "Dry, with a raised eyebrow.",
        NarrativeTone.Roast => "Merciless about your listening, never about you.",
        _ => "Plain and friendly, as a good analyst writes.",
    };
}
