using System.Data.Common;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Notes where single values of tracks come from.</summary>
internal sealed class ValueOrigins(WriteTransaction write, string provenance, DateTimeOffset now) : IDisposable
{
    private readonly DbCommand _note = write.Command(
        """
        INSERT INTO value_origins (track_id, field, provenance, stored_at) VALUES (@track, @field, @provenance, @at)
        ON CONFLICT (track_id, field) DO UPDATE SET provenance = excluded.provenance, stored_at = excluded.stored_at
        """,
        "track", "field", "provenance", "at");

    /// <summary>Notes that the provider told <paramref name="field"/> of a track now.</summary>
    public void Note(int track, string field) => _note.Run(track, field, provenance, now.ToUnixTimeMilliseconds());

    public void Dispose() => _note.Dispose();
}
