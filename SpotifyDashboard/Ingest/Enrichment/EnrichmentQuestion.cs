namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>One kind of question to one provider: which rows it concerns, in SQL.</summary>
/// <param name="Provider">Under which name the outcome is stored in <c>enrichments</c>.</param>
/// <param name="Subject">Tracks or artists.</param>
/// <param name="Lacking">Condition on <c>s</c> (the track or artist) for it to be asked about; times as <c>@now</c>.</param>
internal sealed record EnrichmentQuestion(string Provider, EnrichmentSubject Subject, string Lacking)
{
    private const string OwnTrack = "s.spotify_id IS NOT NULL AND NOT s.is_invented";
    private const string OwnArtist = "s.spotify_id <> '' AND EXISTS (SELECT 1 FROM tracks t WHERE t.artist_id = s.id AND NOT t.is_invented)";

    /// <summary>How a track sounds, its length, ISRC and popularity: ReccoBeats.</summary>
    public static EnrichmentQuestion Sound { get; } = new("reccobeats", EnrichmentSubject.Track, OwnTrack);

    /// <summary>How a track sounds that ReccoBeats does not know: Spotify, for apps that may.</summary>
    public static EnrichmentQuestion OldSound { get; } = new(
        "spotify-features",
        EnrichmentSubject.Track,
        $"{OwnTrack} AND NOT EXISTS (SELECT 1 FROM audio_features f WHERE f.track_id = s.id) AND EXISTS (SELECT 1 FROM enrichments r WHERE r.subject = 0 AND r.subject_id = s.id AND r.provider = 'reccobeats' AND r.outcome = 1)");

    /// <summary>Cover and release date, and what ReccoBeats lacks of length and ISRC: Spotify, one call each.</summary>
    public static EnrichmentQuestion Track { get; } = new(
        "spotify",
        EnrichmentSubject.Track,
        $"""
        {OwnTrack} AND (NOT EXISTS (SELECT 1 FROM albums b WHERE b.id = s.album_id AND b.image_url IS NOT NULL AND b.release_date IS NOT NULL)
          OR ((s.duration_ms IS NULL OR s.isrc IS NULL)
            AND EXISTS (SELECT 1 FROM enrichments r WHERE r.subject = 0 AND r.subject_id = s.id AND r.provider = 'reccobeats' AND r.outcome < 2)))
        """);

    /// <summary>An artist's picture and genres: Spotify, one call each.</summary>
    public static EnrichmentQuestion Artist { get; } = new("spotify", EnrichmentSubject.Artist, $"{OwnArtist} AND s.image_url IS NULL");

    /// <summary>Genres of an artist for whom Spotify told none: MusicBrainz.</summary>
    public static EnrichmentQuestion Genres { get; } = new(
        "musicbrainz", EnrichmentSubject.Artist, $"{OwnArtist} AND NOT EXISTS (SELECT 1 FROM artist_genres g WHERE g.artist_id = s.id)");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EnrichmentQuestion> All { get; } = [Sound, OldSound, Track, Artist, Genres];

    /// <summary>The table of the subject.</summary>
    public string Table => Subject == EnrichmentSubject.Track ? "tracks" : "artists";

    /// <summary>Rows to be asked about, as <c>s</c>: lacking something, and not asked before or due again.</summary>
    public string FromAndWhere => $"""
        FROM {Table} s
        LEFT JOIN enrichments e ON e.subject = {(int)Subject} AND e.subject_id = s.id AND e.provider = '{Provider}'
        {PlaysJoin}
        WHERE {Lacking} AND (e.provider IS NULL OR e.retry_at <= @now)
        """;

    /// <summary>The same without the plays, for counting.</summary>
    public string FromAndWhereUnordered => FromAndWhere.Replace(PlaysJoin, "", StringComparison.Ordinal);

    private string PlaysJoin => Subject == EnrichmentSubject.Track
        ? "LEFT JOIN (SELECT track_id AS id, COUNT(*) AS plays FROM plays GROUP BY track_id) p ON p.id = s.id"
        : "LEFT JOIN (SELECT t.artist_id AS id, COUNT(*) AS plays FROM plays x JOIN tracks t ON t.id = x.track_id GROUP BY t.artist_id) p ON p.id = s.id";
}
