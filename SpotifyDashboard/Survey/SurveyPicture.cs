using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey;

/// <summary>The map of a survey as the page draws it, with its captions.</summary>
internal static class SurveyPicture
{
    private const int Height = 480;

    /// <summary>The respondents as a cloud of points.</summary>
    /// <param name="map">At least one respondent is on it.</param>
    /// <param name="dimensions">2 or 3.</param>
    /// <param name="caption">The finding.</param>
    public static PointCloudFigure Cloud(SurveyMap map, int dimensions, string caption)
    {
        var sound = map.Sound ?? throw new ArgumentException("Nobody is on the map.", nameof(map));
        return new PointCloudFigure
        {
            Name = dimensions == 3 ? "Respondents in space, near where their songs sound alike" : "Respondents on a flat map, near where their songs sound alike",
            Caption = caption,
            Height = Height,
            Dimensions = dimensions,
            Positions = PointCloudFigure.Pack(dimensions == 3 ? sound.Places.Values : sound.Places.SelectFeatures(sound.Places.Features.Take(dimensions)).Values),
            GroupOf = [.. sound.Model.Labels.Select(static label => (byte)label)],
            Groups = [.. map.Clusters.Select(static cluster => new PointGroup(cluster.Name, MoodPalette.At(cluster.Number)))],
            Axes = [.. Enumerable.Range(0, dimensions).Select(axis => AxisName(sound, axis))],
            Revision = string.Create(CultureInfo.InvariantCulture, $"survey:{dimensions}:{string.Join(',', sound.Features)}"),
        };
    }

    /// <summary>The finding in words.</summary>
    public static string CaptionOf(SurveyMap map)
    {
        if (map.Clusters.Length < 2)
        {
            return "Too few respondents to be split by sound.";
        }

        var largest = map.Clusters[0];
        return string.Create(CultureInfo.CurrentCulture, $"The largest cluster is “{largest.Name}” with {largest.Size:N0} of {map.Count:N0} respondents.");
    }

    /// <summary>"47 of 50 respondents have a song whose sound is known."</summary>
    public static string CoverageOf(SurveyMap map) =>
        string.Create(CultureInfo.CurrentCulture, $"{map.Count:N0} of {map.Roster.Respondents.Length:N0} respondents have a song whose sound is known.");

    /// <summary>How much of the differences the axes show.</summary>
    public static string VarianceOf(SurveyMap map) => map.Sound is { Components: { IsVarianceMeaningful: true } components }
        ? string.Create(CultureInfo.CurrentCulture, $"The three axes show {components.ExplainedVarianceRatio.Sum():P0} of the differences.")
        : "Too few different songs for the axes to mean anything.";

    /// <summary>An axis is called after the feature that it follows most.</summary>
    private static string AxisName(SurveySound sound, int axis)
    {
        var loadings = sound.Components.Component(axis).ToArray();
        var leading = Enumerable.Range(0, loadings.Length).MaxBy(column => Math.Abs(loadings[column]));
        return loadings[leading] == 0 ? "" : FeatureWords.NameOf(sound.Features[leading]);
    }
}
