using System.Numerics;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>For each artist which of a few genres are theirs, a bit each: what is counted month by month touches one number per artist.</summary>
internal sealed class GenreBits
{
    /// <summary>At most so many genres; the highest bit says that an artist has any, of these or not.</summary>
    public const int Most = 63;

    private const ulong Any = 1UL << Most;

    private readonly ulong[] _bits;

    /// <param name="catalogue">The artists and their genres.</param>
    /// <param name="genres">The genres that are counted.</param>
    public GenreBits(LogCatalogue catalogue, int[] genres)
    {
        var bitOf = new ulong[catalogue.Genres.Count];
        for (var place = 0; place < genres.Length; place++)
        {
            bitOf[genres[place]] = 1UL << place;
        }

        _bits = new ulong[catalogue.Artists.Count];
        for (var artist = 0; artist < catalogue.GenresOfArtists.Count; artist++)
        {
            foreach (var genre in catalogue.GenresOfArtists[artist])
            {
                _bits[artist] |= Any | bitOf[genre];
            }
        }
    }

    /// <summary>Whether the artist has any genre.</summary>
    public bool HasAny(int artist) => _bits[artist] != 0;

    /// <summary>Adds <paramref name="plays"/> to the place of each of the artist's genres that are counted.</summary>
    public void Add(int artist, int plays, int[] sums)
    {
        for (var bits = _bits[artist] & ~Any; bits != 0; bits &= bits - 1)
        {
            sums[BitOperations.TrailingZeroCount(bits)] += plays;
        }
    }
}
