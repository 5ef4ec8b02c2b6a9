namespace SpotifyDashboard.Listening;

/// <summary>One listener's plays in memory: parallel columns sorted by (start, id), 32 bytes a play. Immutable and shared by all who read.</summary>
/// <remarks>Moments are milliseconds since 1970 (UTC). Loaded and extended by <c>Storage.ListeningLogs</c>.</remarks>
public sealed class ListeningLog
{
    private const int BytesPerPlay = 32;
    private const int BytesPerDetail = 64;

    private readonly LogColumns _columns;
    private readonly PlayDetail[] _details;

    /// <param name="listenerId">Whose plays.</param>
    /// <param name="version">The <see cref="Version"/> that these plays and names belong to.</param>
    /// <param name="columns">The plays, sorted by (start, id); owned by the log from here on.</param>
    /// <param name="details">What <see cref="LogColumns.Details"/> points into.</param>
    /// <param name="catalogue">What <see cref="LogColumns.Tracks"/> points into.</param>
    /// <exception cref="ArgumentException">The columns are not sorted.</exception>
    internal ListeningLog(int listenerId, long version, LogColumns columns, PlayDetail[] details, LogCatalogue catalogue)
    {
        if (!columns.IsSorted())
        {
            throw new ArgumentException("Plays must be sorted by start and id.", nameof(columns));
        }

        ListenerId = listenerId;
        Version = version;
        _columns = columns;
        _details = details;
        Catalogue = catalogue;
        HighestPlayId = columns.Ids.Length == 0 ? 0 : columns.Ids.Max();
    }

    /// <summary>Whose plays.</summary>
    public int ListenerId { get; }

    /// <summary>Rises whenever the plays change, or what is known of tracks: the listener's <see cref="Listener.PlaysVersion"/> and the catalogue's version together.</summary>
    public long Version { get; }

    /// <summary>The catalogue's part of <see cref="Version"/>.</summary>
    internal long CatalogueVersion { get; init; }

    /// <summary>The listener's part of <see cref="Version"/>.</summary>
    internal long PlaysVersion => Version - CatalogueVersion;

    /// <summary>Tracks, artists and albums.</summary>
    public LogCatalogue Catalogue { get; }

    /// <summary>Number of plays, counted or not.</summary>
    public int Count => _columns.Started.Length;

    /// <summary>When each play began.</summary>
    public ReadOnlySpan<long> StartedMs => _columns.Started;

    /// <summary>How long each play sounded, in milliseconds.</summary>
    public ReadOnlySpan<int> MsPlayed => _columns.MsPlayed;

    /// <summary>The track of each play, as its source named it: an index of <see cref="LogCatalogue.Tracks"/>.</summary>
    public ReadOnlySpan<int> TrackIndexes => _columns.Tracks;

    /// <summary>The id of each play.</summary>
    public ReadOnlySpan<long> PlayIds => _columns.Ids;

    /// <summary>For each play an index of <see cref="Details"/>.</summary>
    public ReadOnlySpan<int> DetailIndexes => _columns.Details;

    /// <summary>The combinations of source, precision, flags, circumstance and context that occur.</summary>
    public IReadOnlyList<PlayDetail> Details => _details;

    /// <summary>The highest play id; 0 where there is no play. Plays that arrive later have higher ones.</summary>
    public long HighestPlayId { get; }

    /// <summary>About how much memory the log takes, in bytes.</summary>
    public long SizeBytes => ((long)Count * BytesPerPlay) + (_details.Length * BytesPerDetail) + Catalogue.SizeBytes;

    internal LogColumns Columns => _columns;

    /// <summary>When the play at <paramref name="index"/> stopped.</summary>
    public long EndedMs(int index) => _columns.Ended(index);

    /// <summary>Source, precision, flags, circumstance and context of the play at <paramref name="index"/>.</summary>
    public PlayDetail DetailOf(int index) => _details[_columns.Details[index]];

    /// <summary>The number of plays that began before <paramref name="momentMs"/>: the index of the first that did not.</summary>
    public int CountBefore(long momentMs)
    {
        var found = _columns.Started.AsSpan().BinarySearch(new AtOrAfter(momentMs));
        return ~found;
    }

    /// <summary>A log of the plays of some tracks alone, with the same catalogue, details and version: what is counted of any log is counted of one artist.</summary>
    /// <param name="isWanted">One entry per track of <see cref="Catalogue"/>.</param>
    public ListeningLog Only(ReadOnlySpan<bool> isWanted)
    {
        if (isWanted.Length != Catalogue.Tracks.Count)
        {
            throw new ArgumentException("There must be one entry per track.", nameof(isWanted));
        }

        return new ListeningLog(ListenerId, Version, _columns.Only(isWanted), _details, Catalogue) { CatalogueVersion = CatalogueVersion };
    }

    /// <summary>Never equal, so that a search ends at the first of several equal starts.</summary>
    private readonly struct AtOrAfter(long moment) : IComparable<long>
    {
        public int CompareTo(long other) => other < moment ? 1 : -1;
    }
}
