using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>What is known of how the tracks of one listener sound, at one version of their log.</summary>
/// <param name="Log">The plays and the names of the tracks.</param>
/// <param name="Known">
/// Tracks with any audio feature × all thirteen, NaN where unknown; each row's id is its place in the log's catalogue. Sorted
/// by the tracks' public ids, since the order of rows changes what K-Means draws.
/// </param>
/// <param name="Total">Tracks played, saved or imported; one known by name only counts as the track it stands for.</param>
internal sealed record TrackFeatures(ListeningLog Log, FeatureMatrix Known, int Total);
