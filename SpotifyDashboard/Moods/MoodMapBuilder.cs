using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>Makes a mood map of split rows: describes each mood by what is in it.</summary>
internal static class MoodMapBuilder
{
    private const int RepresentativesShown = 5;

    /// <summary>Describes the moods of <paramref name="partition"/>.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="tracks">The listener's tracks.</param>
    /// <param name="selection">Those on the map, at least one.</param>
    /// <param name="partition">Their moods, already under the numbers they keep.</param>
    public static MoodMap Build(MoodMapRequest request, TrackFeatures tracks, MoodSelection selection, MoodPartition partition)
    {
        var rows = selection.Rows ?? throw new ArgumentException("There is no track to split.", nameof(selection));
        var model = partition.Moods.Model;
        var ranges = MinMaxScaler.Fit(rows.Raw);
        var centroids = CentroidsOf(rows, model);
        var shares = SharesOf(rows, model);
        var distances = DistancesOf(rows.Space, model);
        return new MoodMap
        {
            Request = request,
            Catalogue = tracks.Log.Catalogue,
            Coverage = selection.Coverage,
            Notes = [.. selection.Notes, .. NotesOn(request, rows, model), .. partition.Moods.Changes.Select(change => change.Text)],
            Features = rows.Features,
            Labels = model.Labels,
            Inertia = model.Inertia,
            Silhouette = partition.Silhouette,
            ExplainedVariance = rows.Components.ExplainedVarianceRatio,
            IsVarianceMeaningful = rows.Components.IsVarianceMeaningful,
            Rows = rows,
            Ranges = ranges,
            Distances = distances,
            Moods =
            [
                .. Enumerable.Range(0, model.Clusters).Select(mood => new Mood(
                    mood,
                    partition.Moods.Moods[mood].Name ?? throw new InvalidOperationException($"Mood {mood} has no name."),
                    shares[mood],
                    model.Sizes[mood],
                    centroids[mood],
                    rows.ToStanding(model.Centroid(mood)),
                    [.. centroids[mood].Select(ranges.Share)],
                    NearestTo(model, distances, mood)) { Was = partition.Moods.Moods[mood].Was }),
            ],
        };
    }

    /// <summary>The map of a listener none of whose tracks can be placed.</summary>
    public static MoodMap Empty(MoodMapRequest request, TrackFeatures tracks, MoodSelection selection) =>
        new() { Request = request, Catalogue = tracks.Log.Catalogue, Coverage = selection.Coverage, Notes = selection.Notes };

    /// <summary>Means in the features' own units, summed from the raw values: restoring them from scaled ones would round twice.</summary>
    private static ImmutableArray<double>[] CentroidsOf(MoodRows rows, KMeansModel model)
    {
        var sums = new double[model.Clusters][];
        var weights = new double[model.Clusters];
        for (var mood = 0; mood < sums.Length; mood++)
        {
            sums[mood] = new double[rows.Raw.Columns];
        }

        for (var row = 0; row < rows.Raw.Rows; row++)
        {
            var mood = model.Labels[row];
            var weight = rows.Weights.Length == 0 ? 1 : rows.Weights[row];
            var values = rows.Raw.Row(row);
            weights[mood] += weight;
            for (var column = 0; column < values.Length; column++)
            {
                sums[mood][column] += weight * (double)values[column];
            }
        }

        return [.. sums.Select((sum, mood) => sum.Select(value => value / weights[mood]).ToImmutableArray())];
    }

    private static double[] SharesOf(MoodRows rows, KMeansModel model)
    {
        if (rows.Weights.Length == 0)
        {
            return [.. model.Sizes.Select(size => (double)size / rows.Raw.Rows)];
        }

        var plays = new double[model.Clusters];
        for (var row = 0; row < rows.Weights.Length; row++)
        {
            plays[model.Labels[row]] += rows.Weights[row];
        }

        var total = plays.Sum();
        return Array.ConvertAll(plays, sum => sum / total);
    }

    private static ImmutableArray<int> NearestTo(KMeansModel model, double[] distances, int mood)
    {
        var nearest = new PriorityQueue<int, (double Distance, int Row)>(Comparer<(double Distance, int Row)>.Create((a, b) => b.CompareTo(a)));
        for (var row = 0; row < distances.Length; row++)
        {
            if (model.Labels[row] != mood)
            {
                continue;
            }

            var rank = (distances[row], row);
            if (nearest.Count < RepresentativesShown)
            {
                nearest.Enqueue(row, rank);
            }
            else
            {
                nearest.EnqueueDequeue(row, rank);
            }
        }

        var rows = new int[nearest.Count];
        for (var place = rows.Length - 1; place >= 0; place--)
        {
            rows[place] = nearest.Dequeue();
        }

        return [.. rows];
    }

    /// <summary>The distance of each track to the centre of its mood.</summary>
    private static double[] DistancesOf(FeatureMatrix space, KMeansModel model)
    {
        var distances = new double[space.Rows];
        for (var row = 0; row < distances.Length; row++)
        {
            distances[row] = Math.Sqrt(NearestCentroid.Of(space.Row(row), model.Centroid(model.Labels[row])).Distance);
        }

        return distances;
    }

    private static IEnumerable<string> NotesOn(MoodMapRequest request, MoodRows rows, KMeansModel model)
    {
        if (rows.Raw.Rows < request.Moods)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Tracks(rows.Raw.Rows)} at most {Moods(rows.Raw.Rows)}.");
        }

        if (model.Clusters < Math.Min(request.Moods, rows.Raw.Rows))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Only {model.Clusters} of these tracks sound different, so there {(model.Clusters == 1 ? "is" : "are")} {Moods(model.Clusters)}.");
        }
    }

    private static string Tracks(int count) => count == 1 ? "1 track makes" : string.Create(CultureInfo.InvariantCulture, $"{count} tracks make");

    private static string Moods(int count) => count == 1 ? "1 mood" : string.Create(CultureInfo.InvariantCulture, $"{count} moods");
}
