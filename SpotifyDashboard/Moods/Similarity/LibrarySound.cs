using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods.Similarity;

/// <summary>How the recordings of a library sound, each once: the rows of its mood map that stand for one, and their means by artist or album.</summary>
/// <remarks>Made of the map's scaled features, so it works with the map's own catalogue, which may be newer or older than that of the plays on screen.</remarks>
public sealed class LibrarySound
{
    private const int None = -1;

    private readonly FeatureMatrix? _scaled;
    private readonly int[] _rowOf;

    /// <summary>Whether a row stands for a recording.</summary>
    private readonly bool[] _stands;

    /// <param name="map">A map of the listener's library.</param>
    public LibrarySound(MoodMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        Catalogue = map.Catalogue;
        _scaled = map.Rows?.Scaled;
        _rowOf = new int[Catalogue.Tracks.Count];
        Array.Fill(_rowOf, None);
        for (var row = 0; row < map.TrackCount; row++)
        {
            var track = map.TrackIndexAt(row);
            var recording = Catalogue.CountsAs[track];
            _rowOf[recording] = track == recording || _rowOf[recording] == None ? row : _rowOf[recording];
        }

        _stands = new bool[map.TrackCount];
        foreach (var row in _rowOf.Where(static row => row != None))
        {
            _stands[row] = true;
        }
    }

    /// <summary>Whose tracks these are.</summary>
    public LogCatalogue Catalogue { get; }

    /// <summary>The recordings that sound most like <paramref name="recording"/>, itself left out; empty where its sound is unknown.</summary>
    /// <param name="recording">Place in the catalogue of the track that stands for it.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<SimilarSound> NearestTracks(int recording, int limit)
    {
        if (_scaled is null || _rowOf[recording] == None)
        {
            return [];
        }

        var own = _rowOf[recording];
        var nearest = CosineSimilarity.Nearest(_scaled, _scaled.Row(own), limit, row => row != own && _stands[row]);
        return [.. nearest.Select(found => new SimilarSound(Catalogue.CountsAs[_scaled.RowId(found.Row)], found.Row, found.Similarity))];
    }

    /// <summary>The row of the map that stands for a recording, or −1 where its sound is unknown.</summary>
    /// <param name="recording">Place in the catalogue of the track that stands for it.</param>
    public int RowOf(int recording) => _rowOf[recording];

    /// <summary>The mean sound of each artist's or album's recordings, a row each, and whether any of them is known.</summary>
    /// <param name="ownerOf">For each track its artist or album, −1 where it has none.</param>
    /// <param name="owners">How many artists or albums there are.</param>
    public (FeatureMatrix Means, bool[] IsKnown)? Centroids(ReadOnlySpan<int> ownerOf, int owners)
    {
        if (_scaled is null)
        {
            return null;
        }

        var sums = new float[owners * _scaled.Columns];
        var counts = new int[owners];
        for (var recording = 0; recording < _rowOf.Length; recording++)
        {
            if (_rowOf[recording] == None || ownerOf[recording] is not (>= 0 and var owner))
            {
                continue;
            }

            counts[owner]++;
            var sound = _scaled.Row(_rowOf[recording]);
            for (var feature = 0; feature < sound.Length; feature++)
            {
                sums[(owner * sound.Length) + feature] += sound[feature];
            }
        }

        for (var value = 0; value < sums.Length; value++)
        {
            sums[value] /= Math.Max(1, counts[value / _scaled.Columns]);
        }

        return (new FeatureMatrix(_scaled.Features, sums), Array.ConvertAll(counts, static count => count > 0));
    }
}
