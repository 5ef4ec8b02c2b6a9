using System.Data.Common;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Stores length, ISRC and popularity of tracks, and the ids of artists known by name only.</summary>
internal sealed class TrackFacts(WriteTransaction write, string provenance, DateTimeOffset now) : IDisposable
{
    private readonly ValueOrigins _origins = new(write, provenance, now);
    private readonly DbCommand _duration = write.Command("UPDATE tracks SET duration_ms = @value WHERE id = @id AND duration_ms IS NULL", "value", "id");
    private readonly DbCommand _isrc = write.Command("UPDATE tracks SET isrc = @value WHERE id = @id AND isrc IS NULL", "value", "id");
    private readonly DbCommand _popularity = write.Command("UPDATE tracks SET popularity = @value WHERE id = @id", "value", "id");
    private readonly DbCommand _artist = write.Command(
        """
        UPDATE artists SET spotify_id = @spotify
        WHERE id = (SELECT artist_id FROM tracks WHERE id = @track) AND spotify_id = '' AND LOWER(name) = LOWER(@name)
          AND NOT EXISTS (SELECT 1 FROM artists o WHERE o.spotify_id = @spotify)
        """,
        "spotify", "track", "name");

    private readonly DbCommand _otherArtist = write.Command(
        """
        UPDATE tracks SET artist_id = (SELECT o.id FROM artists o WHERE o.spotify_id = @spotify)
        WHERE id = @track AND EXISTS (SELECT 1 FROM artists a WHERE a.id = tracks.artist_id AND a.spotify_id = '' AND LOWER(a.name) = LOWER(@name))
          AND EXISTS (SELECT 1 FROM artists o WHERE o.spotify_id = @spotify)
        """,
        "spotify", "track", "name");

    /// <summary>Stores a length and a code where there is none, and the popularity of today.</summary>
    /// <returns>Whether a log would look different: by length and code, not by popularity.</returns>
    public bool Store(int track, int? durationMs, string? isrc, int? popularity)
    {
        var isChanged = Fill(_duration, track, "duration_ms", durationMs) | Fill(_isrc, track, "isrc", isrc);
        Fill(_popularity, track, "popularity", popularity);
        return isChanged;
    }

    /// <summary>Gives the artist of a track, known by name only, the id that goes with the same name here.</summary>
    public bool Identify(int track, string spotifyId, string name) =>
        _artist.Run(spotifyId, track, name) + _otherArtist.Run(spotifyId, track, name) > 0;

    public void Dispose()
    {
        foreach (var command in (IDisposable[])[_origins, _duration, _isrc, _popularity, _artist, _otherArtist])
        {
            command.Dispose();
        }
    }

    private bool Fill(DbCommand update, int track, string field, object? value)
    {
        if (value is null || update.Run(value, track) == 0)
        {
            return false;
        }

        _origins.Note(track, field);
        return true;
    }
}
