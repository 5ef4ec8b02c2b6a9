using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods.Similarity;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Moods.Likeness;

/// <summary>How alike a listener's most played artists or tracks sound, every two of them.</summary>
/// <param name="Known">How many of them have audio features; the others can't be compared.</param>
/// <param name="Total">How many there are: as many as asked for, or as were played.</param>
/// <param name="Items">Those that can be compared, in an order in which neighbours are alike.</param>
/// <param name="Similarities">The cosine of every two, a list per item in the order of the items, −1 to 1.</param>
/// <param name="Closest">The two most alike; null where there are fewer than two.</param>
/// <param name="Loneliest">The item whose nearest is furthest away, and that nearest; null where there are fewer than three.</param>
/// <param name="Missing">Those without audio features, most played first.</param>
public sealed record LikenessMatrix(
    int Known,
    int Total,
    IReadOnlyList<LikenessItem> Items,
    IReadOnlyList<IReadOnlyList<double>> Similarities,
    LikenessPair? Closest,
    LikenessPair? Loneliest,
    IReadOnlyList<LikenessItem> Missing)
{
    private const int FewestForLoneliest = 3;

    /// <summary>The sound of each item in deviations from the mean of the library; null without any.</summary>
    [JsonIgnore]
    public FeatureMatrix? Sounds { get; init; }

    /// <summary>The columns of <see cref="Sounds"/>.</summary>
    [JsonIgnore]
    public ImmutableArray<Feature> Features { get; init; } = [];

    /// <summary>Compares the most played of a period.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="map">The mood map of the listener's library, whose z-scores are compared.</param>
    /// <param name="choice">Artists or tracks, and how many.</param>
    public static LikenessMatrix Of(ListeningView view, MoodMap map, LikenessChoice choice)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(choice);
        var kind = choice.Kind == LikenessKind.Artists ? TopKind.Artists : TopKind.Tracks;
        LikenessItem[] top = [.. TopList.Of(view, kind, TopMeasure.Plays, choice.Limit).Select(item => new LikenessItem(item.Id, item.Name, item.Artist, item.Plays))];
        var (library, rowOf) = choice.Kind == LikenessKind.Artists ? SoundOfArtists(map) : SoundOfTracks(map);
        var rows = Array.ConvertAll(top, item => rowOf(item.Id));
        LikenessItem[] missing = [.. top.Where((_, place) => rows[place] < 0)];
        LikenessItem[] known = [.. top.Where((_, place) => rows[place] >= 0)];
        if (library is null || known.Length == 0)
        {
            return new LikenessMatrix(0, top.Length, [], [], Closest: null, Loneliest: null, missing);
        }

        return Of(known, library.SelectRows([.. rows.Where(row => row >= 0)]), missing) with { Features = map.Features };
    }

    /// <summary>The item most like the one at <paramref name="place"/>; null where it is the only one.</summary>
    public LikenessPair? NearestOf(int place) => Enumerable.Range(0, Items.Count)
        .Where(other => other != place)
        .Select(other => new LikenessPair(place, other, Similarities[place][other]))
        .MaxBy(pair => pair.Similarity);

    private static LikenessMatrix Of(LikenessItem[] known, FeatureMatrix sounds, LikenessItem[] missing)
    {
        var cosines = CosineSimilarity.Matrix(sounds);
        var order = LeafOrder.Of(Array.ConvertAll(cosines, cosine => 1 - cosine));
        IReadOnlyList<double>[] similarities = [.. order.Select(row => (double[])[.. order.Select(column => cosines[(row * known.Length) + column])])];
        var matrix = new LikenessMatrix(known.Length, known.Length + missing.Length, [.. order.Select(place => known[place])], similarities, Closest: null, Loneliest: null, missing)
        {
            Sounds = sounds.SelectRows([.. order]),
        };
        LikenessPair[] nearest = [.. Enumerable.Range(0, known.Length).Select(matrix.NearestOf).OfType<LikenessPair>()];
        return matrix with
        {
            Closest = nearest.MaxBy(pair => pair.Similarity),
            Loneliest = known.Length < FewestForLoneliest ? null : nearest.MinBy(pair => pair.Similarity),
        };
    }

    private static (FeatureMatrix? Sounds, Func<string, int> RowOf) SoundOfTracks(MoodMap map)
    {
        var library = map.Library;
        return (map.Rows?.Scaled, id => map.Catalogue.IndexOf(id) is >= 0 and var track ? library.RowOf(map.Catalogue.CountsAs[track]) : -1);
    }

    private static (FeatureMatrix? Sounds, Func<string, int> RowOf) SoundOfArtists(MoodMap map)
    {
        var artists = map.Catalogue.Artists;
        if (map.Library.Centroids(map.Catalogue.ArtistOf, artists.Count) is not var (means, isKnown))
        {
            return (null, _ => -1);
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var artist = 0; artist < artists.Count; artist++)
        {
            places.TryAdd(artists[artist].PublicId, artist);
        }

        return (means, id => places.TryGetValue(id, out var artist) && isKnown[artist] ? artist : -1);
    }
}
