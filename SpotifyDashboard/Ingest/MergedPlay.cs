namespace SpotifyDashboard.Ingest;

/// <summary>A play with the sightings it was derived from.</summary>
/// <param name="Play">What is stored.</param>
/// <param name="Carrier">Index of the sighting it rests on.</param>
/// <param name="Others">Indices of the other sightings of the same play, most trusted first.</param>
internal sealed record MergedPlay(DerivedPlay Play, int Carrier, IReadOnlyList<int> Others);
