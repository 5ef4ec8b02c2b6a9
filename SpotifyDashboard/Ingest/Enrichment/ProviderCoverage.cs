namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>How far enriching has come with one provider.</summary>
/// <param name="Provider">For example <c>reccobeats</c>.</param>
/// <param name="Waiting">Tracks or artists that it is still to be asked about.</param>
/// <param name="Found">Those it knew.</param>
/// <param name="Missing">Those it did not know.</param>
/// <param name="Failed">Those about which it answered nonsense.</param>
/// <param name="Message">Why it waits, in plain words; null where it does not.</param>
/// <param name="NextTryAt">When it is asked again at the earliest (UTC); null for now, or where nothing waits.</param>
public sealed record ProviderCoverage(string Provider, int Waiting, int Found, int Missing, int Failed, string? Message, DateTimeOffset? NextTryAt);
