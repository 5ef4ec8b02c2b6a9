using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods;

/// <summary>A track that is far from every mood, with the feature that makes it so.</summary>
/// <param name="Row">Its row on the map.</param>
/// <param name="Score">How far: its distance to the centre of its mood, in robust deviations above the usual one.</param>
/// <param name="Feature">The feature in which it differs most from its mood.</param>
/// <param name="Deviations">By how much, in standard deviations of that feature over all tracks of the map.</param>
public sealed record MoodOutlier(int Row, double Score, Feature Feature, double Deviations)
{
    /// <summary>"13.2 deviations quieter than its mood (−46.4 dB)".</summary>
    /// <param name="map">The map of the track.</param>
    /// <param name="culture">How numbers are written.</param>
    public string Describe(MoodMap map, IFormatProvider culture)
    {
        ArgumentNullException.ThrowIfNull(map);
        var value = FeatureWords.Format(Feature, map.ValuesOf(Row)[map.Features.IndexOf(Feature)], culture);
        return string.Create(culture, $"{Math.Abs(Deviations):0.0} deviations {FeatureWords.Compared(Feature, Deviations)} than its mood ({FeatureWords.NameOf(Feature).ToLower(CultureInfo.CurrentCulture)} {value})");
    }
}
