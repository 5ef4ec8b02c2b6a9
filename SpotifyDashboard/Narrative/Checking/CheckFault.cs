namespace SpotifyDashboard.Narrative.Checking;

/// <summary>Something in a text that the facts do not bear, or that no story may say.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Claim">The words that are wrong, as they stand there.</param>
/// <param name="Reason">Why, in an English sentence that helps to mend it: "No fact says 12 %; artist-1 says 21 %."</param>
public sealed record CheckFault(TextPart Part, string Sentence, string Claim, string Reason);
