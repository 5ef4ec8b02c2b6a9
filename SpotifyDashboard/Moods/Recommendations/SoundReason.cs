using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>Says how a track sounds beside those that are played most now: "As energetic as “X”, quieter than “Y”."</summary>
/// <remarks>
/// "As … as": both stand out on the same side of the library's mean by half a deviation or more, at most a fifth of a deviation apart.
/// "… than": three quarters of a deviation apart or more. The tracks to compare with are taken in the order of their likeness to the track.
/// </remarks>
internal sealed class SoundReason(ImmutableArray<Feature> features, IReadOnlyList<(string Title, float[] Sound)> now)
{
    private const double StandsOut = 0.5;
    private const double Same = 0.2;
    private const double Apart = 0.75;

    /// <summary>The sentence for a track of these z-scores; empty where nothing is played now.</summary>
    public string Of(float[] sound)
    {
        (string Title, float[] Sound)[] nearest = [.. now.OrderByDescending(other => CosineSimilarity.Of(sound, other.Sound))];
        if (nearest.Length == 0)
        {
            return "";
        }

        var same = nearest.Select(other => (other.Title, Word: SameAs(sound, other.Sound))).FirstOrDefault(static found => found.Word is not null);
        var than = nearest.Where(other => other.Title != same.Title).Select(other => (other.Title, Word: DiffersFrom(sound, other.Sound))).FirstOrDefault(static found => found.Word is not null);
        return (same.Word, than.Word) switch
        {
            (not null, not null) => $"As {same.Word} as “{same.Title}”, {than.Word} than “{than.Title}”.",
            (not null, null) => $"As {same.Word} as “{same.Title}”, which you play now.",
            (null, not null) => Upper($"{than.Word} than “{than.Title}”, which you play now."),
            _ => $"Of what you play most now, it sounds most like “{nearest[0].Title}”.",
        };
    }

    private string? SameAs(float[] sound, float[] other)
    {
        var (word, most) = ((string?)null, 0.0);
        for (var column = 0; column < features.Length; column++)
        {
            var (mine, its) = (sound[column], other[column]);
            var weight = Math.Min(Math.Abs(mine), Math.Abs(its));
            if (mine * its > 0 && weight >= StandsOut && Math.Abs(mine - its) <= Same && weight > most && IsQuality(features[column], mine))
            {
                (word, most) = (FeatureWords.Of(features[column], mine), weight);
            }
        }

        return word;
    }

    private string? DiffersFrom(float[] sound, float[] other)
    {
        var (word, most) = ((string?)null, Apart);
        for (var column = 0; column < features.Length; column++)
        {
            var difference = sound[column] - other[column];
            if (Math.Abs(difference) >= most && FeatureWords.IsTelling(features[column]))
            {
                (word, most) = (FeatureWords.Compared(features[column], difference), Math.Abs(difference));
            }
        }

        return word;
    }

    /// <summary>Whether the feature's word goes between "as" and "as".</summary>
    private static bool IsQuality(Feature feature, double standing) => feature switch
    {
        Feature.Energy or Feature.Loudness or Feature.Valence or Feature.Tempo => true,
        Feature.Danceability or Feature.Acousticness or Feature.Instrumentalness => standing > 0,
        _ => false,
    };

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
