using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>The sound that is looked for: what is played now, drawn towards what has a thumb up and a little away from what was refused.</summary>
/// <remarks>
/// q = now + 0.75 · mean(up) − 0.15 · mean(down), in z-scores: J. J. Rocchio, "Relevance feedback in information retrieval", in G. Salton (ed.),
/// The SMART Retrieval System (1971) 313–323; the weights after C. D. Manning, P. Raghavan, H. Schütze, Introduction to Information Retrieval (2008), 9.1.1.
/// </remarks>
internal sealed class WantedSound
{
    private const float TowardsLiked = 0.75f;
    private const float AwayFromRefused = 0.15f;

    private readonly float[] _sound;

    private WantedSound(float[] sound) => _sound = sound;

    /// <summary>d z-scores.</summary>
    public ReadOnlySpan<float> Values => _sound;

    /// <summary>Shifts the sound of what is played now.</summary>
    /// <param name="now">d z-scores.</param>
    /// <param name="liked">Sounds with a thumb up, d z-scores each.</param>
    /// <param name="refused">Sounds that were refused.</param>
    public static WantedSound Of(ReadOnlySpan<float> now, IReadOnlyList<float[]> liked, IReadOnlyList<float[]> refused)
    {
        var sound = now.ToArray();
        Shift(sound, liked, TowardsLiked);
        Shift(sound, refused, -AwayFromRefused);
        return new WantedSound(sound);
    }

    /// <summary>How near a sound is: 0 opposite, 1 in the same direction.</summary>
    public double Nearness(ReadOnlySpan<float> sound) => (1 + CosineSimilarity.Of(_sound, sound)) / 2;

    private static void Shift(float[] sound, IReadOnlyList<float[]> others, float weight)
    {
        foreach (var other in others)
        {
            for (var feature = 0; feature < sound.Length; feature++)
            {
                sound[feature] += weight / others.Count * other[feature];
            }
        }
    }
}
