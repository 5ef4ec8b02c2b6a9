using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods;

/// <summary>Names moods in plain words for what sets them apart: "Energetic · sombre".</summary>
/// <remarks>
/// A name starts with the two features in which the mood's mean differs most from that of all other tracks, in deviations,
/// the largest difference first, leaving out what differs too little. Moods that would share a name are told apart by the
/// features in which they differ most from one another. Names that are kept from an earlier map stay as they are.
/// </remarks>
public static class MoodNames
{
    private const string Separator = " · ";
    private const string Average = "Close to your average";

    /// <summary>Features of a first name.</summary>
    private const int FirstWords = 2;

    /// <summary>Deviations below which a difference is no property of a mood.</summary>
    private const double Noticeable = 0.25;

    /// <summary>Names moods by their centroids.</summary>
    /// <param name="features">The d features.</param>
    /// <param name="standings">k centroids of d coordinates each, in deviations from the mean of all tracks.</param>
    /// <param name="sizes">k numbers of tracks; left out, moods are told from the mean of all tracks rather than from the others.</param>
    /// <param name="kept">k names that stay, all different; null where a mood needs one, or as a whole where all do.</param>
    /// <returns>k different names.</returns>
    public static ImmutableArray<string> For(
        IReadOnlyList<Feature> features, IReadOnlyList<ImmutableArray<double>> standings, IReadOnlyList<int>? sizes = null, IReadOnlyList<string?>? kept = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(standings);
        if (standings.Count == 1)
        {
            return ["All tracks alike"];
        }

        var total = sizes?.Sum() ?? 0;
        var isKept = standings.Select((_, mood) => kept?[mood] is not null).ToArray();
        var words = standings.Select((standing, mood) => kept?[mood] is { } name
            ? WordsOf(name)
            : FirstWordsOf(features, standing, sizes is null ? 1 : (double)total / (total - sizes[mood]))).ToArray();
        for (var round = 0; round < features.Count; round++)
        {
            var shared = Enumerable.Range(0, words.Length).GroupBy(mood => KeyOf(words[mood]), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).ToList();
            foreach (var group in shared)
            {
                TellApart([.. group], isKept, features, standings, words);
            }
        }

        return NumberWhatIsStillEqual([.. words.Select((list, mood) => kept?[mood] ?? Sentence(list))], isKept);
    }

    private static List<string> WordsOf(string name) => name == Average ? [] : [.. name.Split(Separator).Select(word => char.ToLowerInvariant(word[0]) + word[1..])];

    /// <param name="features">The features.</param>
    /// <param name="standing">The centroid, in deviations from the mean of all tracks.</param>
    /// <param name="fromRest">What turns that into deviations from the mean of the other tracks: n ÷ (n − size), as all means lie on one line.</param>
    private static List<string> FirstWordsOf(IReadOnlyList<Feature> features, ImmutableArray<double> standing, double fromRest) =>
    [
        .. Enumerable.Range(0, features.Count)
            .Where(column => Math.Abs(standing[column]) * fromRest >= Noticeable && FeatureWords.IsTelling(features[column]))
            .OrderByDescending(column => Math.Abs(standing[column]))
            .Take(FirstWords)
            .Select(column => FeatureWords.Of(features[column], standing[column])),
    ];

    /// <summary>Adds to each mood of the group the feature in which it differs most from the others of the group.</summary>
    private static void TellApart(int[] group, bool[] isKept, IReadOnlyList<Feature> features, IReadOnlyList<ImmutableArray<double>> standings, List<string>[] words)
    {
        foreach (var mood in group.Where(mood => !isKept[mood]))
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
            return Average;
        }

        var name = string.Join(Separator, words);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static ImmutableArray<string> NumberWhatIsStillEqual(string[] names, bool[] isKept)
    {
        var taken = names.Where((_, mood) => isKept[mood]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var mood = 0; mood < names.Length; mood++)
        {
            var (name, count) = (names[mood], 1);
            while (!isKept[mood] && !taken.Add(names[mood]))
            {
                names[mood] = string.Create(CultureInfo.InvariantCulture, $"{name}{Separator}{++count}");
            }
        }

        return [.. names];
    }
}
