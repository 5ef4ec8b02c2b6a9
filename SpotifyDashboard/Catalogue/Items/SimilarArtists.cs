using SpotifyDashboard.Moods.Similarity;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>Artists like another: by shared genres and by the mean sound of their recordings.</summary>
/// <remarks>
/// Genres: shared ÷ all genres of the two (P. Jaccard, 1901). Sound: (1 + cosine of the centroids) ÷ 2. The similarity is the mean of those two
/// that are known of the artist looked at; what is unknown of the other counts as 0, so that little knowledge never wins.
/// </remarks>
internal static class SimilarArtists
{
    /// <summary>The artists most like <paramref name="artist"/>, at most <paramref name="limit"/>; empty where neither genres nor sound are known of it.</summary>
    public static IReadOnlyList<(int Index, double Similarity)> Of(LibrarySound library, int artist, int limit)
    {
        var catalogue = library.Catalogue;
        var genres = catalogue.GenresOfArtists;
        var sound = library.Centroids(catalogue.ArtistOf, catalogue.Artists.Count);
        var hasGenres = genres.Count > artist && genres[artist].Length > 0;
        var hasSound = sound?.IsKnown[artist] is true;
        if (!hasGenres && !hasSound)
        {
            return [];
        }

        var scores = new double[catalogue.Artists.Count];
        for (var other = 0; other < scores.Length; other++)
        {
            var byGenres = hasGenres ? Shared(genres[artist], genres[other]) : 0;
            var bySound = hasSound && sound is var (means, isKnown) && isKnown[other] ? (1 + CosineSimilarity.Of(means.Row(artist), means.Row(other))) / 2 : 0;
            scores[other] = other == artist ? 0 : (byGenres + bySound) / (hasGenres && hasSound ? 2 : 1);
        }

        var first = FirstFew.Of(Enumerable.Range(0, scores.Length).Where(other => scores[other] > 0), limit, (x, y) => (-scores[x], x).CompareTo((-scores[y], y)));
        return [.. first.Select(other => (other, scores[other]))];
    }

    private static double Shared(int[] one, int[] other)
    {
        var shared = one.Intersect(other).Count();
        return shared == 0 ? 0 : (double)shared / (one.Length + other.Length - shared);
    }
}
