using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods;

/// <summary>What one direction of a mood map means.</summary>
/// <param name="Low">What tracks at its beginning are, "acoustic, calm"; empty where the axis shows nothing.</param>
/// <param name="High">What tracks at its end are.</param>
/// <param name="Share">Its share of the variance, 0 to 1.</param>
/// <param name="Loadings">How far each feature of the map goes along with it, −1 to 1.</param>
public sealed record MoodAxis(string Low, string High, double Share, ImmutableArray<double> Loadings)
{
    private const int WordsPerEnd = 2;

    /// <summary>A feature that goes along less than this share of the leading one is not named.</summary>
    private const double WorthNaming = 0.6;

    /// <summary>"acoustic, calm ↔ energetic, loud".</summary>
    public string Words => Low.Length == 0 ? "nothing" : $"{Low} ↔ {High}";

    /// <summary>The first of each: "acoustic ↔ energetic".</summary>
    public string ShortWords => Low.Length == 0 ? "nothing" : $"{FirstOf(Low)} ↔ {FirstOf(High)}";

    private static string FirstOf(string words) => words.Split(", ")[0];

    /// <summary>Reads axis number <paramref name="axis"/> of a map.</summary>
    internal static MoodAxis Of(MoodMap map, int axis)
    {
        ImmutableArray<double> loadings = [.. map.LoadingsOf(axis)];
        var largest = loadings.Max(Math.Abs);
        int[] leading = largest == 0
            ? []
            : [.. Enumerable.Range(0, loadings.Length)
                .Where(column => Math.Abs(loadings[column]) >= WorthNaming * largest && FeatureWords.IsTelling(map.Features[column]))
                .OrderByDescending(column => Math.Abs(loadings[column]))];
        return new MoodAxis(End(-1), End(1), map.ExplainedVariance[axis], loadings);

        // "Acoustic" says more than "hardly energetic", so an end is named by what grows towards it, if anything does.
        string End(int side)
        {
            int[] growing = [.. leading.Where(column => loadings[column] * side > 0)];
            return string.Join(", ", (growing.Length > 0 ? growing : leading).Take(WordsPerEnd).Select(column => FeatureWords.Of(map.Features[column], loadings[column] * side)));
        }
    }

    /// <summary>The loadings as bars.</summary>
    /// <param name="map">The map of this axis.</param>
    /// <param name="name">What the axis is called: "Left–right".</param>
    internal BarFigure ToFigure(MoodMap map, string name) => new()
    {
        Name = $"What goes along with “{name}”",
        Caption = Low.Length == 0
            ? "Along this axis the tracks do not differ."
            : string.Create(CultureInfo.CurrentCulture, $"{name}: {Words}. This axis shows {Share:P0} of the differences between your tracks."),
        Height = 56 + (24 * map.Features.Length),
        Horizontal = true,
        LabelName = "Feature",
        ValueName = "Loading, −1 to 1",
        Labels = [.. map.Features.Select(FeatureWords.NameOf)],
        Values = Loadings,
        Texts = [.. Loadings.Select(loading => loading.ToString("+0.00;−0.00;0.00", CultureInfo.CurrentCulture))],
    };
}
