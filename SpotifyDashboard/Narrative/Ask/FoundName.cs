namespace SpotifyDashboard.Narrative.Ask;

/// <summary>A name with the words of the question that say it.</summary>
/// <param name="Thing">What is named.</param>
/// <param name="Start">Index of its first word.</param>
/// <param name="End">Index of the first word behind it.</param>
internal sealed record FoundName(NamedThing Thing, int Start, int End);
