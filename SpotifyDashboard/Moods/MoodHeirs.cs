using System.Collections.Immutable;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>Tells which earlier moods have split, and which have become one: by where their tracks are now.</summary>
internal static class MoodHeirs
{
    /// <summary>Share of a mood that counts as a part of it.</summary>
    private const double Part = 0.3;

    /// <summary>Share of a mood that makes it the heir of another.</summary>
    private const double Most = 0.5;

    /// <summary>Tracks below which a mood's fate is chance.</summary>
    private const int FewestTracks = 20;

    /// <summary>A place that has so many times the tracks it had was joined by others rather than divided.</summary>
    private const double Crowded = 1.5;

    /// <summary>One sentence for each split and merger between <paramref name="memory"/> and <paramref name="model"/>, which has the same features.</summary>
    public static IEnumerable<string> Tell(MoodRows rows, MoodMemory memory, KMeansModel model, ImmutableArray<string> names)
    {
        var tracks = CountTracks(rows, memory, model);
        foreach (var old in Enumerable.Range(0, memory.Moods.Length).Where(old => memory.Moods[old].Size >= FewestTracks))
        {
            var all = Enumerable.Range(0, model.Clusters).Sum(mood => tracks[old, mood]);
            int[] heirs = [.. Enumerable.Range(0, model.Clusters).Where(mood => tracks[old, mood] >= Part * all && tracks[old, mood] >= Most * model.Sizes[mood])];
            if (heirs.Length > 1 && all <= Crowded * memory.Moods[old].Size && memory.Moods[old].Name is { } name)
            {
                yield return $"“{name}” has split into {Join(heirs.Select(mood => names[mood]))}.";
            }
        }

        foreach (var mood in Enumerable.Range(0, model.Clusters))
        {
            int[] parts = [.. Enumerable.Range(0, memory.Moods.Length).Where(old =>
                memory.Moods[old].Size >= FewestTracks
                && tracks[old, mood] >= Part * model.Sizes[mood]
                && tracks[old, mood] >= Most * Enumerable.Range(0, model.Clusters).Sum(other => tracks[old, other]))];
            if (parts.Length > 1 && parts.All(old => memory.Moods[old].Name is not null))
            {
                yield return $"{Join(parts.Select(old => memory.Moods[old].Name ?? ""))} have become “{names[mood]}”.";
            }
        }
    }

    /// <summary>Tracks by the earlier mood that they are nearest to, and the mood that they are in.</summary>
    private static int[,] CountTracks(MoodRows rows, MoodMemory memory, KMeansModel model)
    {
        double[] places = [.. memory.Moods.SelectMany(mood => mood.Centroid.Select((value, column) => rows.ToStanding(value, column)))];
        var tracks = new int[memory.Moods.Length, model.Clusters];
        for (var row = 0; row < rows.Scaled.Rows; row++)
        {
            tracks[NearestCentroid.Of(rows.Scaled.Row(row), places).Cluster, model.Labels[row]]++;
        }

        return tracks;
    }

    private static string Join(IEnumerable<string> names)
    {
        string[] quoted = [.. names.Select(name => $"“{name}”")];
        return quoted.Length == 1 ? quoted[0] : $"{string.Join(", ", quoted[..^1])} and {quoted[^1]}";
    }
}
