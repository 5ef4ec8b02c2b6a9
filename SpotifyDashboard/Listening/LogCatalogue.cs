namespace SpotifyDashboard.Listening;

/// <summary>The tracks, artists and albums of one <see cref="ListeningLog"/>. Immutable.</summary>
/// <remarks>
/// Tracks that are one recording count as one of them (<see cref="CountsAs"/>, see <see cref="Recordings"/>), so that a play seen by
/// two exports counts for one track; the play itself keeps the track that its source named.
/// </remarks>
public sealed class LogCatalogue
{
    private readonly Dictionary<int, int> _indexOfId;
    private readonly Dictionary<string, int> _indexOfPublicId;
    private readonly int[] _countsAs;
    private readonly int[] _soundsAs;
    private readonly int[] _artistOf;
    private readonly int[] _albumOf;
    private readonly int[] _durationMs;
    private readonly Lazy<CatalogueNames> _names;

    /// <param name="tracks">The tracks; their indices name artists and albums below.</param>
    /// <param name="artists">The artists.</param>
    /// <param name="albums">The albums.</param>
    /// <param name="countsAs">For each track the one that stands for its recording: itself, or another that stands for itself.</param>
    public LogCatalogue(LogTrack[] tracks, LogArtist[] artists, LogAlbum[] albums, int[] countsAs)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        ArgumentNullException.ThrowIfNull(artists);
        ArgumentNullException.ThrowIfNull(albums);
        ArgumentNullException.ThrowIfNull(countsAs);
        if (countsAs.Length != tracks.Length)
        {
            throw new ArgumentException("There must be one entry per track.", nameof(countsAs));
        }

        Tracks = tracks;
        Artists = artists;
        Albums = albums;
        _countsAs = countsAs;
        _soundsAs = [.. countsAs.Select((other, index) => tracks[index].SpotifyId is null ? other : index)];
        _indexOfId = new Dictionary<int, int>(tracks.Length);
        _indexOfPublicId = new Dictionary<string, int>(tracks.Length, StringComparer.Ordinal);
        _artistOf = [.. tracks.Select(track => track.ArtistIndex)];
        _albumOf = [.. tracks.Select(track => track.AlbumIndex)];
        _durationMs = [.. tracks.Select((track, index) => track.DurationMs ?? tracks[countsAs[index]].DurationMs ?? 0)];
        _names = new Lazy<CatalogueNames>(() => CatalogueNames.Of(this));
        for (var index = 0; index < tracks.Length; index++)
        {
            _indexOfId.Add(tracks[index].Id, index);
            _indexOfPublicId.Add(tracks[index].PublicId, index);
        }

        SizeBytes = CatalogueSize.Of(tracks, artists, albums);
    }

    /// <summary>About how much memory all of it takes, the names made ready to be searched left out, in bytes.</summary>
    internal long SizeBytes { get; }

    /// <summary>Every track played, saved or imported.</summary>
    public IReadOnlyList<LogTrack> Tracks { get; }

    /// <summary>The artists of <see cref="Tracks"/> and <see cref="Albums"/>.</summary>
    public IReadOnlyList<LogArtist> Artists { get; }

    /// <summary>The albums of <see cref="Tracks"/>.</summary>
    public IReadOnlyList<LogAlbum> Albums { get; }

    /// <summary>Names of genres, in ordinal order.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>For each artist the indices of their genres; empty where none is known of anybody.</summary>
    public IReadOnlyList<int[]> GenresOfArtists { get; init; } = [];

    /// <summary>The names, made ready to be searched when first asked for.</summary>
    public CatalogueNames Names => _names.Value;

    /// <summary>For each track index the index of the track that stands for its recording.</summary>
    public ReadOnlySpan<int> CountsAs => _countsAs;

    /// <summary>For each track index itself; where it is known by name only, the track that stands for its recording.</summary>
    /// <remarks>What looks at how tracks sound goes by this: two releases of a recording may sound different.</remarks>
    public ReadOnlySpan<int> SoundsAs => _soundsAs;

    /// <summary>For each track the index of its artist: <see cref="LogTrack.ArtistIndex"/> without a step through memory.</summary>
    public ReadOnlySpan<int> ArtistOf => _artistOf;

    /// <summary>For each track the index of its album, or −1 while unknown.</summary>
    public ReadOnlySpan<int> AlbumOf => _albumOf;

    /// <summary>The index of the track with the row number <paramref name="trackId"/>, or −1.</summary>
    public int IndexOf(int trackId) => _indexOfId.GetValueOrDefault(trackId, -1);

    /// <summary>The index of the track that addresses call <paramref name="publicId"/>, or −1.</summary>
    public int IndexOf(string publicId) => _indexOfPublicId.GetValueOrDefault(publicId, -1);

    /// <summary>The length of a track in milliseconds: its own, else that of the track it counts as; 0 while unknown.</summary>
    public int DurationMs(int trackIndex) => _durationMs[trackIndex];
}
