using System.Collections.Immutable;

namespace SpotifyDashboard.Moods;

/// <summary>One cluster of tracks that sound alike.</summary>
/// <param name="Number">From 0; it names the mood's colour and symbol and stays from run to run.</param>
/// <param name="Name">Plain words made from the centroid, unique on its map.</param>
/// <param name="Share">Share of the plays when they weigh, else of the tracks, 0 to 1.</param>
/// <param name="TrackCount">Tracks in it.</param>
/// <param name="Centroid">Mean of each feature of the map, in the feature's own unit; by plays when they weigh.</param>
/// <param name="Standing">The centroid in deviations from the mean of all tracks.</param>
/// <param name="Radar">The centroid as a share of each feature's range over all tracks of the map, 0 to 1.</param>
/// <param name="Representatives">Rows of the map nearest to the centroid, nearest first, at most five.</param>
public sealed record Mood(
    int Number,
    string Name,
    double Share,
    int TrackCount,
    ImmutableArray<double> Centroid,
    ImmutableArray<double> Standing,
    ImmutableArray<double> Radar,
    ImmutableArray<int> Representatives)
{
    /// <summary>What the mood was called until lately; null where its name is the old one.</summary>
    public string? Was { get; init; }
}
