using System.Data.Common;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Stores what Spotify says of a track beside its names, with where each value comes from, and the answer as it came.</summary>
internal sealed class TrackValues(WriteTransaction write, DateTimeOffset now) : IDisposable
{
    private readonly DbCommand _update = write.Command(
        "UPDATE tracks SET duration_ms = @duration, isrc = @isrc, explicit = @explicit WHERE id = @id", "duration", "isrc", "explicit", "id");

    private readonly DbCommand _origin = write.Command(
        """
        INSERT INTO value_origins (track_id, field, provenance, stored_at) VALUES (@track, @field, @provenance, @at)
        ON CONFLICT (track_id, field) DO UPDATE SET provenance = excluded.provenance, stored_at = excluded.stored_at
        """,
        "track", "field", "provenance", "at");

    private readonly DbCommand _document = write.Command(
        "INSERT INTO track_documents (track_id, provider, json, fetched_at) VALUES (@track, @provider, @json, @at) ON CONFLICT DO NOTHING",
        "track", "provider", "json", "at");

    /// <summary>Stores what differs; what was not told stays as it is.</summary>
    /// <returns>The track as it is stored now.</returns>
    public KnownTrack Fill(KnownTrack known, SpotifyTrack told)
    {
        var filled = known with
        {
            DurationMs = told.DurationMs ?? known.DurationMs,
            Isrc = told.Isrc ?? known.Isrc,
            Explicit = told.Explicit ?? known.Explicit,
            HasDocument = true,
        };
        if (filled != known with { HasDocument = true })
        {
            _update.Run(filled.DurationMs, filled.Isrc, filled.Explicit, known.Id);
            Note(known.Id, "duration_ms", filled.DurationMs != known.DurationMs);
            Note(known.Id, "isrc", filled.Isrc != known.Isrc);
            Note(known.Id, "explicit", filled.Explicit != known.Explicit);
        }

        if (!known.HasDocument)
        {
            _document.Run(known.Id, LiveCatalogue.Provenance, StoredText.Whole(told.Json), now.ToUnixTimeMilliseconds());
        }

        return filled;
    }

    public void Dispose()
    {
        _update.Dispose();
        _origin.Dispose();
        _document.Dispose();
    }

    private void Note(int track, string field, bool isChanged)
    {
        if (isChanged)
        {
            _origin.Run(track, field, LiveCatalogue.Provenance, now.ToUnixTimeMilliseconds());
        }
    }
}
