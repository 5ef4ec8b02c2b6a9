namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>What was new in a local month.</summary>
/// <param name="Start">The month's first day.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="PlaysOfNew">Those of recordings whose very first play lies in this month and within the period.</param>
/// <param name="Tracks">Different recordings played.</param>
/// <param name="NewTracks">Those whose very first play lies in this month and within the period.</param>
/// <param name="Artists">Different artists played.</param>
/// <param name="NewArtists">Those whose very first play lies in this month and within the period.</param>
public sealed record DiscoveryMonth(DateOnly Start, int Plays, int PlaysOfNew, int Tracks, int NewTracks, int Artists, int NewArtists);
