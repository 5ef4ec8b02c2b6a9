using SpotifyDashboard.Lyrics.Reading.Lists;

namespace SpotifyDashboard.Lyrics.Reading;

/// <summary>How the words of a song feel by the lists of words that tell a mood.</summary>
/// <param name="Valence">0 sad to 1 happy, on the scale of the audio feature of that name.</param>
/// <param name="KnownWords">Words that were weighed, repeated ones each time.</param>
/// <param name="DifferentWords">Different words among them.</param>
internal sealed record LyricsMood(double Valence, int KnownWords, int DifferentWords)
{
    /// <summary>Below so many weighed words nothing is said.</summary>
    public const int FewestKnown = 6;

    /// <summary>Below so many different ones nothing is said: a chorus of one word tells little.</summary>
    public const int FewestDifferent = 4;

    /// <summary>A negator turns the words so close behind it.</summary>
    private const int NegatorReach = 2;

    /// <summary>Weighs the words of a song.</summary>
    /// <param name="words">All of them in order.</param>
    /// <param name="list">The list of their language.</param>
    /// <returns>Null where too few of them are on the list.</returns>
    public static LyricsMood? Of(IReadOnlyList<string> words, MoodWordList list)
    {
        var found = new Dictionary<(string Word, bool IsTurned), (double Value, int Times)>();
        var sinceNegator = int.MaxValue;
        foreach (var word in words)
        {
            sinceNegator = list.Negators.Contains(word) ? 0 : sinceNegator == int.MaxValue ? sinceNegator : sinceNegator + 1;
            if (sinceNegator > 0 && list.ValueOf(word) is { } value)
            {
                var isTurned = sinceNegator <= NegatorReach;
                found[(word, isTurned)] = (isTurned ? -value : value, found.GetValueOrDefault((word, isTurned)).Times + 1);
            }
        }

        var known = found.Values.Sum(static word => word.Times);
        if (known < FewestKnown || found.Count < FewestDifferent)
        {
            return null;
        }

        // A line sung ten times weighs more than one sung once, but not ten times as much.
        var weights = found.Values.Sum(static word => Weight(word.Times));
        var mean = found.Values.Sum(static word => word.Value * Weight(word.Times)) / weights;
        return new LyricsMood((1 + mean) / 2, known, found.Count);
    }

    private static double Weight(int times) => 1 + Math.Log(times);
}
