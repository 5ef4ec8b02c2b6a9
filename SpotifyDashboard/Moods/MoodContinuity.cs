using System.Collections.Immutable;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>Keeps moods what they were while the library grows: the same split where it is as good, the same numbers, the same names.</summary>
internal static class MoodContinuity
{
    /// <summary>How much larger the inertia of the old split may be for it to stay: far less than anybody sees on a map.</summary>
    private const double Whisker = 1e-4;

    /// <summary>The same on twelve or thirteen features, where two good searches differ by more than that (docs/numerics.md).</summary>
    private const double WhiskerOnManyFeatures = 2e-3;

    private const int ManyFeatures = 12;

    /// <summary>Mean squared deviations per feature, rooted, that a mood may move away from where it got its name.</summary>
    private const double NameHolds = 0.25;

    /// <summary>How long a new name is shown beside the old one, and a split or merger is told.</summary>
    private static readonly TimeSpan s_newsLasts = TimeSpan.FromDays(30);

    /// <summary>The split of <paramref name="fresh"/>, or the one that the earlier moods lead to where that is as good.</summary>
    /// <param name="rows">The tracks.</param>
    /// <param name="fresh">What a search from fresh seeds found.</param>
    /// <param name="memory">The earlier moods of the same choice.</param>
    /// <param name="options">The options of the search.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static KMeansModel Prefer(MoodRows rows, KMeansModel fresh, MoodMemory memory, KMeansOptions options, CancellationToken cancellationToken)
    {
        if (memory.Moods.Length != fresh.Clusters || fresh.Clusters != options.Clusters)
        {
            return fresh;
        }

        double[] places = [.. memory.Moods.SelectMany(mood => mood.Centroid.Select((value, column) => rows.ToStanding(value, column) * rows.Emphasis[column]))];
        var settled = KMeans.Continue(rows.Space, places, options, cancellationToken);
        var whisker = rows.Features.Length >= ManyFeatures ? WhiskerOnManyFeatures : Whisker;
        return settled.Clusters == fresh.Clusters && settled.Inertia <= fresh.Inertia * (1 + whisker) ? settled : fresh;
    }

    /// <summary>Gives the moods of <paramref name="model"/> the numbers and names of the earlier moods that they continue.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="rows">The tracks.</param>
    /// <param name="model">Their split.</param>
    /// <param name="memory">The earlier moods, of this choice or one like it; null where there are none.</param>
    /// <param name="now">The moment of the map.</param>
    public static SettledMoods Settle(MoodMapRequest request, MoodRows rows, KMeansModel model, MoodMemory? memory, DateTimeOffset now)
    {
        var numbered = memory is null ? model : model.Renumber(NumbersOf(rows, model, memory));
        var standings = Enumerable.Range(0, numbered.Clusters).Select(mood => rows.ToStanding(numbered.Centroid(mood))).ToArray();
        var kept = KeptBy(rows, standings, memory);
        var names = MoodNames.For(rows.Features, standings, numbered.Sizes, [.. kept.Select(mood => mood?.Name)]);
        var moods = ImmutableArray.CreateBuilder<RememberedMood>(numbered.Clusters);
        for (var mood = 0; mood < numbered.Clusters; mood++)
        {
            var centroid = ToRaw(rows, standings[mood]);
            moods.Add(kept[mood] is { } old
                ? old with { Centroid = centroid, Size = numbered.Sizes[mood], Was = IsNews(old.RenamedAt, now) ? old.Was : null }
                : new RememberedMood(centroid, numbered.Sizes[mood], names[mood], centroid, Was: null, RenamedAt: null));
        }

        if (memory is null || !memory.IsOf(request, rows))
        {
            return new SettledMoods(numbered, [.. moods.Select(mood => mood with { Was = null })], []);
        }

        for (var mood = 0; mood < Math.Min(moods.Count, memory.Moods.Length); mood++)
        {
            if (kept[mood] is null && memory.Moods[mood].Name is { } was && !names.Contains(was, StringComparer.OrdinalIgnoreCase))
            {
                moods[mood] = moods[mood] with { Was = was, RenamedAt = now.ToUnixTimeMilliseconds() };
            }
        }

        var news = MoodHeirs.Tell(rows, memory, numbered, names).Select(text => new MoodChange(now.ToUnixTimeMilliseconds(), text));
        return new SettledMoods(numbered, moods.DrainToImmutable(), [.. memory.Changes.Where(change => IsNews(change.At, now)), .. news]);
    }

    private static bool IsNews(long? at, DateTimeOffset now) => at is { } moment && now - DateTimeOffset.FromUnixTimeMilliseconds(moment) < s_newsLasts;

    /// <summary>Numbers by the nearest earlier moods, compared by the features that both have, on today's scale.</summary>
    private static int[] NumbersOf(MoodRows rows, KMeansModel model, MoodMemory memory)
    {
        int[] shared = [.. Enumerable.Range(0, rows.Features.Length).Where(column => memory.Features.Contains(rows.Features[column]))];
        double[] now = [.. Enumerable.Range(0, model.Clusters).SelectMany(mood => Pick(rows.ToStanding(model.Centroid(mood)), shared))];
        double[] before = [.. memory.Moods.SelectMany(mood => shared.Select(column => rows.ToStanding(mood.Centroid[memory.Features.IndexOf(rows.Features[column])], column)))];
        return ClusterOrder.Match(now, before, shared.Length);

        static IEnumerable<double> Pick(ImmutableArray<double> values, int[] columns) => columns.Select(column => values[column]);
    }

    /// <summary>For each mood the earlier one whose name it keeps: each the other's nearest, and not far from where that was named.</summary>
    private static RememberedMood?[] KeptBy(MoodRows rows, ImmutableArray<double>[] standings, MoodMemory? memory)
    {
        var kept = new RememberedMood?[standings.Length];
        if (memory is null || !memory.Speaks(rows))
        {
            return kept;
        }

        var before = memory.Moods.Select(mood => (mood.NamedAt ?? mood.Centroid).Select((value, column) => rows.ToStanding(value, column)).ToImmutableArray()).ToArray();
        for (var mood = 0; mood < standings.Length; mood++)
        {
            var old = NearestTo(standings[mood], before);
            if (memory.Moods[old].Name is not null && NearestTo(before[old], standings) == mood && Distance(standings[mood], before[old]) <= NameHolds)
            {
                kept[mood] = memory.Moods[old];
            }
        }

        return kept;
    }

    private static int NearestTo(ImmutableArray<double> place, ImmutableArray<double>[] places) =>
        Enumerable.Range(0, places.Length).MinBy(index => Distance(place, places[index]));

    private static double Distance(ImmutableArray<double> a, ImmutableArray<double> b) =>
        Math.Sqrt(a.Zip(b, static (x, y) => (x - y) * (x - y)).Average());

    private static double[] ToRaw(MoodRows rows, ImmutableArray<double> standing) =>
        [.. standing.Select((value, column) => rows.Scaler.Means[column] + (value * rows.Scaler.Deviations[column]))];
}
