namespace SpotifyDashboard.Narrative.Checking.Wording;

/// <summary>What a phrase means.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Value">Its value as the lexicon writes it; empty where it has none.</param>
/// <param name="Number">The value as a number; NaN where it is none.</param>
internal sealed record Meaning(MeaningKind Kind, string Value, double Number);
