using System.Data.Common;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Stores how tracks sound and which genres artists have, as our own export tells it. What is known already stays.</summary>
internal sealed class OwnSounds(WriteTransaction write) : IDisposable
{
    private static readonly string[] s_columns = [.. Features.Thirteen.Select(Features.KeyOf)];

    private readonly DbCommand _sound = write.Command(
        $"""
        INSERT INTO audio_features ({string.Join(", ", s_columns)}, provenance, stored_at, track_id)
        VALUES ({string.Join(", ", s_columns.Select(name => "@" + name))}, @provenance, @at, @track) ON CONFLICT DO NOTHING
        """,
        [.. s_columns, "provenance", "at", "track"]);

    private readonly DbCommand _genre = write.Command(
        """
        INSERT INTO artist_genres (artist_id, genre, provenance, weight, stored_at)
        VALUES ((SELECT artist_id FROM tracks WHERE id = @track), @genre, @provenance, @weight, @at) ON CONFLICT DO NOTHING
        """,
        "track", "genre", "provenance", "weight", "at");

    /// <summary>Stores what is told of a track and its artist.</summary>
    public void Store(int trackId, OwnTrack told)
    {
        var stored = told.Sound is { } sound ? _sound.Run([.. sound.Values.Select(value => (object?)value), sound.Provenance, sound.StoredAt, trackId]) : 0;
        foreach (var genre in told.Genres)
        {
            stored += _genre.Run(trackId, genre.Genre, genre.Provenance, genre.Weight, genre.StoredAt);
        }

        if (stored > 0)
        {
            write.MarkAdded();
        }
    }

    public void Dispose()
    {
        _sound.Dispose();
        _genre.Dispose();
    }
}
