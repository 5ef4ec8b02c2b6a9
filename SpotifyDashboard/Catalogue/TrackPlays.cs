namespace SpotifyDashboard.Catalogue;

/// <summary>What a listener played of a recording.</summary>
/// <param name="Count">Counted plays.</param>
/// <param name="Minutes">Minutes of those.</param>
/// <param name="First">When the first of them began (UTC); null where there is none.</param>
/// <param name="Last">When the last of them began (UTC).</param>
public sealed record TrackPlays(int Count, double Minutes, DateTimeOffset? First, DateTimeOffset? Last);
