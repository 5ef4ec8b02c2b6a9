using System.Text.Json;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative;

/// <summary>All that makes a story what it is; two requests with equal inputs are for the same story.</summary>
/// <param name="From">First local day as asked for.</param>
/// <param name="To">Last local day as asked for.</param>
/// <param name="Tone">How it speaks.</param>
/// <param name="Language">BCP 47 language.</param>
/// <param name="WithNames">Whether artists, tracks, albums and genres may be named.</param>
/// <param name="Consent">Whether its facts may be sent to the model.</param>
/// <param name="Occasion">How it came about.</param>
/// <param name="PeriodKey">The scheduled period; null by hand.</param>
/// <param name="Today">The listener's local day: an open period ends with it.</param>
/// <param name="PlaysVersion">Which plays it is about.</param>
internal sealed record NarrativeJobInput(
    DateOnly? From,
    DateOnly? To,
    NarrativeTone Tone,
    string Language,
    bool WithNames,
    NarrativeConsent Consent,
    NarrativeOccasion Occasion,
    string? PeriodKey,
    DateOnly Today,
    long PlaysVersion)
{
    /// <summary>Equal inputs are written alike.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static NarrativeJobInput Read(string? json) =>
        JsonSerializer.Deserialize<NarrativeJobInput>(json ?? "") ?? throw new InvalidOperationException("The job has no input.");
}
