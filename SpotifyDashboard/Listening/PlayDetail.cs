namespace SpotifyDashboard.Listening;

/// <summary>All that plays share by the thousand: a <see cref="ListeningLog"/> keeps each combination once.</summary>
/// <param name="Source">The most trusted source that saw the play.</param>
/// <param name="Precision">Whether times and milliseconds are exact or estimated.</param>
/// <param name="Flags">Shuffle, skipped, offline, private session.</param>
/// <param name="Circumstance">Reasons, platform and country.</param>
/// <param name="Context">Playlist, album or artist it was played from; null where unknown.</param>
public sealed record PlayDetail(Source Source, Precision Precision, SightingTraits Flags, Circumstance Circumstance, PlayContext? Context);
