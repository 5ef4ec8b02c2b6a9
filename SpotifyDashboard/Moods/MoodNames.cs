using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods;

/// <summary>Names moods in plain words for what sets them apart: "High energy · low valence".</summary>
/// <remarks>
/// A name starts with the two features in which the centroid stands farthest from the mean of all tracks, farthest first,
/// leaving out what stands too near to it. Moods that would share a name are told apart by the features in which they
/// differ most from one another.
/// </remarks>
public static class MoodNames
{
    private const string Separator = " · ";

    /// <summary>Features of a first name.</summary>
    private const int FirstWords = 2;

    /// <summary>Deviations below which a difference is no property of a mood.</summary>
    private const double Noticeable = 0.25;

    /// <summary>Names moods by their centroids.</summary>
    /// <param name="features">The d features.</param>
    /// <param name="standings">k centroids of d coordinates each, in deviations from the mean of all tracks.</param>
    /// <returns>k different names.</returns>
    public static ImmutableArray<string> For(IReadOnlyList<Feature> features, IReadOnlyList<ImmutableArray<double>> standings)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(standings);
        if (standings.Count == 1)
        {
            return ["All tracks alike"];
        }

        var words = standings.Select(standing => FirstWordsOf(features, standing)).ToArray();
        for (var round = 0; round < features.Count; round++)
        {
            var shared = Enumerable.Range(0, words.Length).GroupBy(mood => KeyOf(words[mood]), StringComparer.Ordinal).Where(group => group.Count() > 1).ToList();
            foreach (var group in shared)
            {
                TellApart([.. group], features, standings, words);
            }
        }

        return NumberWhatIsStillEqual([.. words.Select(Sentence)]);
    }

    private static List<string> FirstWordsOf(IReadOnlyList<Feature> features, ImmutableArray<double> standing) =>
    [
        .. Enumerable.Range(0, features.Count)
            .Where(column => Math.Abs(standing[column]) >= Noticeable && FeatureWords.IsTelling(features[column]))
            .OrderByDescending(column => Math.Abs(standing[column]))
            .Take(FirstWords)
            .Select(column => FeatureWords.Of(features[column], standing[column])),
    ];

    /// <summary>Adds to each mood of the group the feature in which it differs most from the others of the group.</summary>
    private static void TellApart(int[] group, IReadOnlyList<Feature> features, IReadOnlyList<ImmutableArray<double>> standings, List<string>[] words)
    {
        foreach (var mood in group)
        {
            var best = Enumerable.Range(0, features.Count)
                .Select(column => (Column: column, Apart: standings[mood][column] - group.Where(other => other != mood).Average(other => standings[other][column])))
                .Where(difference => difference.Apart != 0 && !words[mood].Contains(FeatureWords.Compared(features[difference.Column], difference.Apart)))
                .OrderByDescending(difference => FeatureWords.IsTelling(features[difference.Column]))
                .ThenByDescending(difference => Math.Abs(difference.Apart))
                .FirstOrDefault((Column: -1, Apart: 0));
            if (best.Column >= 0)
            {
                words[mood].Add(FeatureWords.Compared(features[best.Column], best.Apart));
            }
        }
    }

    /// <summary>The same words in another order are the same name to a reader.</summary>
    private static string KeyOf(List<string> words) => string.Join(Separator, words.Order(StringComparer.Ordinal));

    private static string Sentence(List<string> words)
    {
        if (words.Count == 0)
        {
            return "Close to your average";
        }

        var name = string.Join(Separator, words);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static ImmutableArray<string> NumberWhatIsStillEqual(string[] names)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var mood = 0; mood < names.Length; mood++)
        {
            var count = seen[names[mood]] = seen.GetValueOrDefault(names[mood]) + 1;
            names[mood] = count == 1 ? names[mood] : string.Create(CultureInfo.InvariantCulture, $"{names[mood]}{Separator}{count}");
        }

        return [.. names];
    }
}
