namespace SpotifyDashboard.Operations.People;

/// <summary>What a re-enrichment begins with.</summary>
/// <param name="Asked">How many questions are asked again.</param>
internal sealed record AskedAgain(int Asked);
