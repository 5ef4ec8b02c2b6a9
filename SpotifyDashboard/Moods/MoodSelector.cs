using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>Takes from a listener's tracks those that a request asks for, and makes them ready to be split into moods.</summary>
internal static class MoodSelector
{
    /// <summary>A feature known for less than this share of the tracks is dropped rather than the tracks.</summary>
    private const double LeastKnown = 0.8;

    private const int Dimensions = 3;

    /// <summary>Selects, completes, scales and projects.</summary>
    /// <param name="tracks">What is known of the listener's tracks.</param>
    /// <param name="request">What is asked for; the number of moods plays no part.</param>
    /// <param name="zone">The zone in which the period's days are meant.</param>
    public static MoodSelection Select(TrackFeatures tracks, MoodMapRequest request, TimeZoneInfo zone)
    {
        var plays = request is { Scope: MoodScope.Library, Weight: MoodWeight.None }
            ? []
            : CountPlays(tracks.Log, request, zone);
        var total = request.Scope == MoodScope.Library ? tracks.Total : plays.Count(count => count > 0);
        var asked = AskedRows(tracks.Known, request, plays);
        var notes = new List<string>();
        if (asked.Rows == 0 || !HasUsableFeature(asked))
        {
            if (asked.Rows > 0)
            {
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"None of {string.Join(", ", asked.Features)} is known for 80 % of {asked.Rows} tracks."));
            }

            return new MoodSelection(new MoodCoverage(0, total), [.. notes], Rows: null);
        }

        var complete = MissingValues.Remove(asked, LeastKnown);
        notes.AddRange(complete.DroppedFeatures.Select(feature => DroppedNote(feature, asked)));
        var coverage = new MoodCoverage(complete.Matrix.Rows, total);
        return complete.Matrix.Rows == 0
            ? new MoodSelection(coverage, [.. notes], Rows: null)
            : new MoodSelection(coverage, [], Project(complete.Matrix, request, plays, notes)) with { Notes = [.. notes] };
    }

    /// <summary>Counted plays of the period, by place in the catalogue.</summary>
    private static int[] CountPlays(ListeningLog log, MoodMapRequest request, TimeZoneInfo zone)
    {
        if (log.Count == 0)
        {
            return new int[log.Catalogue.Tracks.Count];
        }

        var runs = ZoneOffsets.Of(zone, log.StartedMs[0], log.StartedMs[^1]).RunsOf(log, request.Period);
        return TrackTotals.Of(log, runs, CountedPlays.Of(log, request.Counting), log.Catalogue.SoundsAs).Plays.ToArray();
    }

    /// <summary>The asked features of the tracks in scope that know at least one of them.</summary>
    private static FeatureMatrix AskedRows(FeatureMatrix known, MoodMapRequest request, int[] plays)
    {
        var asked = known.SelectFeatures(request.Features.Keys);
        var rows = Enumerable.Range(0, asked.Rows)
            .Where(row => (request.Scope == MoodScope.Library || plays[asked.RowId(row)] > 0) && KnowsAny(asked.Row(row)))
            .ToArray();
        return rows.Length == asked.Rows ? asked : asked.SelectRows(rows);
    }

    private static bool KnowsAny(ReadOnlySpan<float> row)
    {
        foreach (var value in row)
        {
            if (!float.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasUsableFeature(FeatureMatrix matrix) =>
        Enumerable.Range(0, matrix.Columns).Any(column => CountKnown(matrix, column) >= LeastKnown * matrix.Rows);

    private static int CountKnown(FeatureMatrix matrix, int column) =>
        Enumerable.Range(0, matrix.Rows).Count(row => !float.IsNaN(matrix[row, column]));

    private static string DroppedNote(string feature, FeatureMatrix matrix) => string.Create(
        CultureInfo.InvariantCulture,
        $"{feature} is known for {CountKnown(matrix, matrix.IndexOf(feature)):N0} of {matrix.Rows:N0} tracks, so it was left out.");

    private static MoodRows Project(FeatureMatrix raw, MoodMapRequest request, int[] plays, List<string> notes)
    {
        var scaler = StandardScaler.Fit(raw);
        var scaled = scaler.Transform(raw);
        ImmutableArray<Feature> features = [.. raw.Features.Select(key => Features.Parse(key) ?? throw new InvalidOperationException($"No feature is called {key}."))];
        ImmutableArray<double> emphasis = [.. features.Select(request.Emphasis.Of)];
        var space = Emphasise(scaled, emphasis);
        var components = PrincipalComponents.Fit(space, Dimensions);
        if (raw.Rows > 1)
        {
            notes.AddRange(scaler.ConstantFeatures.Select(feature => $"{feature} is the same for all tracks, so it tells none apart."));
        }

        if (!components.IsVarianceMeaningful)
        {
            notes.Add("So few different tracks have no variance to explain; their places in space mean little.");
        }

        return new MoodRows
        {
            Features = features,
            Raw = raw,
            Scaler = scaler,
            Scaled = scaled,
            Emphasis = emphasis,
            Space = space,
            Coordinates = components.Transform(space),
            Components = components,
            Weights = request.Weight == MoodWeight.Plays ? WeightsOf(raw, plays, notes) : [],
        };
    }

    private static FeatureMatrix Emphasise(FeatureMatrix scaled, ImmutableArray<double> emphasis)
    {
        if (emphasis.All(factor => factor == 1))
        {
            return scaled;
        }

        var values = scaled.Values.ToArray();
        for (var index = 0; index < values.Length; index++)
        {
            values[index] *= (float)emphasis[index % emphasis.Length];
        }

        return scaled.WithValues(scaled.Features, values);
    }

    private static float[] WeightsOf(FeatureMatrix raw, int[] plays, List<string> notes)
    {
        var weights = new float[raw.Rows];
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = plays[raw.RowId(row)];
        }

        if (Array.Exists(weights, weight => weight > 0))
        {
            return weights;
        }

        notes.Add("None of these tracks has a counted play in the period, so all weigh alike.");
        return [];
    }
}
