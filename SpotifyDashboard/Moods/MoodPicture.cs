using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Components.Charts;

namespace SpotifyDashboard.Moods;

/// <summary>A mood map as the page draws it: figures, captions and words. Shares the map's bytes.</summary>
public sealed class MoodPicture
{
    private const int StandOutShown = 3;
    private const double StandsOut = 0.75;

    private PointCloudFigure? _solid;
    private PointCloudFigure? _flat;

    public MoodPicture(MoodMap map)
    {
        Map = map;
        AllRows = [.. Enumerable.Range(0, map.TrackCount)];
    }

    public MoodMap Map { get; }

    /// <summary>Every row of the map.</summary>
    public int[] AllRows { get; }

    /// <summary>The cloud to be turned, made when first asked for.</summary>
    public PointCloudFigure Solid => _solid ??= Cloud(3);

    /// <summary>The flat map.</summary>
    public PointCloudFigure Flat => _flat ??= Cloud(2);

    /// <summary>The finding in words.</summary>
    public string Caption
    {
        get
        {
            var largest = Map.Moods.MaxBy(mood => mood.Share);
            var what = Map.Request.Weight == MoodWeight.Plays ? "plays" : "tracks";
            return Map.Moods.Length < 2 || largest is null
                ? $"All {what} are one mood."
                : string.Create(CultureInfo.CurrentCulture, $"Your largest mood is “{largest.Name}” with {largest.Share:P0} of the {what}. {Separation}");
        }
    }

    /// <summary>"1,212 of 1,430 tracks have features".</summary>
    public string Coverage => string.Create(CultureInfo.CurrentCulture, $"{Map.Coverage.WithFeatures:N0} of {Map.Coverage.Total:N0} tracks have features");

    /// <summary>How much of the differences the axes show.</summary>
    public string Variance(int dimensions) => Map.IsVarianceMeaningful
        ? string.Create(CultureInfo.CurrentCulture, $"The {(dimensions == 2 ? "two" : "three")} axes show {Map.ExplainedVariance.Take(dimensions).Sum():P0} of the differences ({string.Join(" + ", Map.ExplainedVariance.Take(dimensions).Select(ratio => ratio.ToString("P0", CultureInfo.CurrentCulture)))})")
        : "Too few different tracks for the axes to mean anything";

    /// <summary>What the silhouette says, without claiming groups that are not there.</summary>
    private string Separation => Map.Silhouette switch
    {
        null => "How well the moods keep apart cannot be said of so few tracks.",
        < 0.25 => "The moods blend into one another.",
        < 0.5 => "The moods are fairly distinct.",
        _ => "The moods are clearly apart.",
    };

    /// <summary>The words for a point that is pointed at.</summary>
    public PointTip Describe(int row) => new(
        Title(row), [Map.ArtistAt(row), Map.Moods[Map.Labels[row]].Name, .. StandOut(row) is { Length: > 0 } words ? [words] : ImmutableArray<string>.Empty], Map.CoverAt(row));

    /// <summary>Title of a row's track.</summary>
    public string Title(int row) => Map.TrackAt(row).Title is { Length: > 0 } title ? title : "Untitled";

    /// <summary>In what a track stands out from the others: "much speech, slow"; empty where in nothing.</summary>
    public string StandOut(int row)
    {
        var standing = Map.StandingOf(row).ToArray();
        var words = Enumerable.Range(0, standing.Length)
            .Where(column => Math.Abs(standing[column]) >= StandsOut && FeatureWords.IsTelling(Map.Features[column]))
            .OrderByDescending(column => Math.Abs(standing[column]))
            .Take(StandOutShown)
            .Select(column => FeatureWords.Of(Map.Features[column], standing[column]));
        return string.Join(", ", words);
    }

    /// <summary>The profile of one mood beside the mean of all tracks.</summary>
    public RadarFigure Radar(Mood mood)
    {
        var overall = Map.OverallRadar;
        return new RadarFigure
        {
            Name = $"Profile of {mood.Name}",
            Caption = "Each axis runs from the lowest to the highest value among these tracks; grey is the mean of all.",
            Height = 300,
            Axes = [.. Map.Features.Select(FeatureWords.NameOf)],
            Series =
            [
                new("All tracks", "--line-strong", overall.Radar, Texts(overall.Means)),
                new(mood.Name, MoodPalette.At(mood.Number).ColorVariable, mood.Radar, Texts(mood.Centroid)),
            ],
        };
    }

    private IReadOnlyList<string> Texts(ImmutableArray<double> values) =>
        [.. Map.Features.Select((feature, column) => FeatureWords.Format(feature, values[column], CultureInfo.CurrentCulture))];

    private PointCloudFigure Cloud(int dimensions) => new()
    {
        Name = dimensions == 3 ? "Your tracks in space, near where they sound alike" : "Your tracks on a flat map, near where they sound alike",
        Caption = Caption,
        Height = 560,
        Dimensions = dimensions,
        Positions = Map.PackedPlaces(dimensions),
        GroupOf = [.. Map.Labels.Select(label => (byte)label)],
        Groups = [.. Map.Moods.Select(mood => new PointGroup(mood.Name, MoodPalette.At(mood.Number)))],
        Axes = [.. Enumerable.Range(0, dimensions).Select(axis => AxisName(axis, isShort: dimensions == 3))],

        // Another number of moods colours the same places anew, so the camera stays.
        Revision = $"{dimensions}:{string.Join(',', Map.Features)}",
    };

    /// <summary>An axis is called after what tracks at its ends are; in space there is room for a word each.</summary>
    private string AxisName(int axis, bool isShort) => Map.AxisAt(axis) is { Low.Length: > 0 } told ? isShort ? told.ShortWords : told.Words : "";
}
