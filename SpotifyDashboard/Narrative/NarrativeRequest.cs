using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative;

/// <summary>A story that is asked for.</summary>
/// <param name="Period">Local days of the listener, both included; an open end reaches as far as there are plays.</param>
/// <param name="Consent">Whether its facts may be sent to the model.</param>
/// <param name="Tone">How it speaks; null for the listener's usual tone.</param>
/// <param name="Language">BCP 47 language of the browser, taken where the listener chose none; null where it is not known.</param>
public sealed record NarrativeRequest(Period Period, NarrativeConsent Consent, NarrativeTone? Tone = null, string? Language = null);
