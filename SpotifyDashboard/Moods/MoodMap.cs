using System.Collections.Immutable;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods.Similarity;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>A listener's tracks split into moods and placed in space. Immutable, shared by all who look at it.</summary>
/// <remarks>Rows are tracks in the order of their public ids; all three matrices and the labels have the same rows.</remarks>
public sealed class MoodMap
{
    private byte[]? _solid;
    private byte[]? _flat;
    private MoodOutliers? _outliers;
    private LibrarySound? _library;

    /// <summary>What was asked for.</summary>
    public required MoodMapRequest Request { get; init; }

    /// <summary>Names and covers of the tracks.</summary>
    public required LogCatalogue Catalogue { get; init; }

    /// <summary>Tracks on the map, of how many.</summary>
    public required MoodCoverage Coverage { get; init; }

    /// <summary>Sentences that say what was left out, and what came out other than asked.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The features used; empty where there is no track.</summary>
    public ImmutableArray<Feature> Features { get; init; } = [];

    /// <summary>The moods by number; as many as asked for, or as there are distinct tracks where those are fewer.</summary>
    public ImmutableArray<Mood> Moods { get; init; } = [];

    /// <summary>Mood number of each row.</summary>
    public ImmutableArray<int> Labels { get; init; } = [];

    /// <summary>Sum of squared distances to the own centroid, in deviations; weighted when plays weigh.</summary>
    public double Inertia { get; init; }

    /// <summary>Mean silhouette, −1 to 1; null where it is not defined.</summary>
    public double? Silhouette { get; init; }

    /// <summary>Shares of the variance along x, y and z.</summary>
    public ImmutableArray<double> ExplainedVariance { get; init; } = [0, 0, 0];

    /// <summary>Whether <see cref="ExplainedVariance"/> says anything; not with one or two tracks.</summary>
    public bool IsVarianceMeaningful { get; init; }

    internal MoodRows? Rows { get; init; }

    /// <summary>Lowest and highest value of each feature; null where there is no track.</summary>
    internal MinMaxScaler? Ranges { get; init; }

    /// <summary>The distance of each row to the centre of its mood, in deviations times their emphasis.</summary>
    internal double[] Distances { get; init; } = [];

    /// <summary>Number of tracks on the map, n.</summary>
    public int TrackCount => Labels.Length;

    /// <summary>The track of a row.</summary>
    public LogTrack TrackAt(int row) => Catalogue.Tracks[TrackIndexAt(row)];

    /// <summary>The place of a row's track in <see cref="Catalogue"/>.</summary>
    public int TrackIndexAt(int row) => RowsOrThrow.Raw.RowId(row);

    /// <summary>The artist of a row's track.</summary>
    public string ArtistAt(int row) => Catalogue.Artists[TrackAt(row).ArtistIndex].Name;

    /// <summary>Address of the cover of a row's album; null while unknown.</summary>
    public string? CoverAt(int row) => TrackAt(row).AlbumIndex is >= 0 and var album ? Catalogue.Albums[album].ImageUrl : null;

    /// <summary>x, y and z of a row.</summary>
    public ReadOnlySpan<float> PlaceOf(int row) => RowsOrThrow.Coordinates.Row(row);

    /// <summary>How far a row is from the centre of a mood: Euclidean, in deviations times their emphasis.</summary>
    public double DistanceTo(int row, int mood)
    {
        var (rows, sum) = (RowsOrThrow, 0.0);
        var place = rows.Space.Row(row);
        for (var column = 0; column < place.Length; column++)
        {
            var difference = place[column] - (Moods[mood].Standing[column] * rows.Emphasis[column]);
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }

    /// <summary>The value of each of <see cref="Features"/> of a row, in its own unit.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => RowsOrThrow.Raw.Row(row);

    /// <summary>The same in deviations from the mean of all tracks on the map.</summary>
    public ReadOnlySpan<float> StandingOf(int row) => RowsOrThrow.Scaled.Row(row);

    /// <summary>Mean of each feature over all tracks of the map, in its own unit and as a share of its range.</summary>
    public (ImmutableArray<double> Means, ImmutableArray<double> Radar) OverallRadar
    {
        get
        {
            var (means, ranges) = (RowsOrThrow.Scaler.Means, Ranges ?? throw new InvalidOperationException("The map has no tracks."));
            return (means, [.. means.Select(ranges.Share)]);
        }
    }

    /// <summary>How far each of <see cref="Features"/> goes along with an axis of space, −1 to 1; all 0 where the axis shows nothing.</summary>
    public ReadOnlySpan<double> LoadingsOf(int axis) => RowsOrThrow.Components.Component(axis);

    /// <summary>What an axis of space means.</summary>
    public MoodAxis AxisAt(int axis) => MoodAxis.Of(this, axis);

    /// <summary>The tracks that are far from every mood; found when first asked for.</summary>
    public MoodOutliers Outliers => _outliers ??= MoodOutliers.Of(this); // two circuits may both find them; they are equal

    /// <summary>Its recordings, each once; found when first asked for.</summary>
    internal LibrarySound Library => _library ??= new LibrarySound(this); // as above

    /// <summary>The row of the track that addresses call <paramref name="publicId"/>, or −1.</summary>
    public int RowOf(string publicId)
    {
        var (low, high) = (0, TrackCount - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            switch (string.CompareOrdinal(TrackAt(middle).PublicId, publicId))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return -1;
    }

    /// <summary>The places of all tracks as bytes for the browser, row by row; made once for all who look.</summary>
    /// <param name="dimensions">3, or 2 for x and y alone.</param>
    internal byte[] PackedPlaces(int dimensions)
    {
        // Two circuits may both make them; they are equal.
        var coordinates = RowsOrThrow.Coordinates;
        return dimensions == 3
            ? _solid ??= PointCloudFigure.Pack(coordinates.Values)
            : _flat ??= PointCloudFigure.Pack(coordinates.SelectFeatures(coordinates.Features.Take(dimensions)).Values);
    }

    private MoodRows RowsOrThrow => Rows ?? throw new InvalidOperationException("The map has no tracks.");
}
