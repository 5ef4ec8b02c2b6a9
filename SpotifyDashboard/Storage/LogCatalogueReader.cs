using System.Data.Common;
using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Reads the tracks, artists and albums that a <see cref="LogTrackSet"/> names.</summary>
/// <remarks>
/// Read anew with every extension of a log (<see cref="SharedRows"/>): names, lengths and codes may have changed, and with them which tracks
/// are one recording.
/// </remarks>
internal sealed class LogCatalogueReader(DbConnection connection, DbTransaction snapshot, int listenerId)
{
    private readonly SharedRows _shared = new(connection, snapshot);

    /// <summary>The catalogue, with tracks in the order of the set.</summary>
    public LogCatalogue Read(LogTrackSet set)
    {
        var rows = ReadTracks(set);
        var albumRows = ReadAlbums([.. rows.Where(row => row.AlbumId is not null).Select(row => row.AlbumId.GetValueOrDefault())]);
        var artists = ReadArtists([.. rows.Select(row => row.ArtistId), .. albumRows.Select(row => row.ArtistId)]);
        var artistIndex = Indices(artists.Select(artist => artist.Id));
        var albumIndex = Indices(albumRows.Select(row => row.Id));
        var tracks = rows.Select(row => new LogTrack(
            row.Id,
            row.SpotifyId,
            row.Title,
            artistIndex[row.ArtistId],
            row.AlbumId is { } album ? albumIndex[album] : -1,
            row.DurationMs,
            set.IsInLibrary(row.Id))
        { Explicit = row.Explicit, Popularity = row.Popularity });
        var albums = albumRows.Select(row => new LogAlbum(row.Id, row.SpotifyId, row.Title, artistIndex[row.ArtistId], row.ImageUrl) { ReleaseYear = row.ReleaseYear });
        var (genres, genresOfArtists) = new LogGenreReader(_shared).Read(artistIndex);
        return new LogCatalogue([.. tracks], artists, [.. albums], ReadRecordings(rows)) { Genres = genres, GenresOfArtists = genresOfArtists };
    }

    private int[] ReadRecordings(TrackRow[] rows) => Recordings.Group(
        Array.ConvertAll(rows, row => new RecordingTrack(row.Id, row.SpotifyId, row.NameKey, row.Isrc, row.DurationMs, row.AlbumId is not null)),
        ReadSplits());

    private List<(int TrackId, int OtherTrackId)> ReadSplits()
    {
        List<(int TrackId, int OtherTrackId)> splits = [];
        using var command = Command("SELECT track_id, other_track_id FROM recording_splits WHERE listener_id = @listener");
        command.AddParameter("listener", listenerId);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            splits.Add((reader.GetInt32(0), reader.GetInt32(1)));
        }

        return splits;
    }

    private static Dictionary<int, int> Indices(IEnumerable<int> ids) =>
        ids.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index);

    private TrackRow[] ReadTracks(LogTrackSet set)
    {
        var rows = new TrackRow?[set.Ids.Count];
        using var command = _shared.Command("id, spotify_id, name_key, title, artist_id, album_id, duration_ms, isrc, explicit, popularity", "tracks", "id", set.Ids);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var id = reader.GetInt32(0);
            var index = set.Find(id);
            if (index >= 0)
            {
                rows[index] = new TrackRow(
                    id,
                    reader.IsDBNull(1) ? null : reader.GetString(1),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetInt32(4),
                    reader.IsDBNull(5) ? null : reader.GetInt32(5),
                    reader.IsDBNull(6) ? null : reader.GetInt32(6),
                    reader.IsDBNull(7) ? null : reader.GetString(7),
                    reader.IsDBNull(8) ? null : reader.GetBoolean(8),
                    reader.IsDBNull(9) ? null : reader.GetInt32(9));
            }
        }

        return [.. rows.Select((row, index) => row ?? throw new InvalidOperationException($"A play names the track {set.Ids[index]}, which is not stored."))];
    }

    private AlbumRow[] ReadAlbums(HashSet<int> wanted)
    {
        List<AlbumRow> rows = [];
        using var command = _shared.Command("id, spotify_id, title, artist_id, image_url, release_date", "albums", "id", wanted, order: "id");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var id = reader.GetInt32(0);
            if (wanted.Contains(id))
            {
                rows.Add(new AlbumRow(id, reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : YearOf(reader.GetString(5))));
            }
        }

        return [.. rows];
    }

    /// <summary>The first four characters of <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; Spotify writes 0000 where it knows none.</summary>
    private static int? YearOf(string releaseDate) =>
        releaseDate.Length >= 4 && int.TryParse(releaseDate.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? year : null;

    private LogArtist[] ReadArtists(HashSet<int> wanted)
    {
        List<LogArtist> artists = [];
        using var command = _shared.Command("id, spotify_id, name, image_url", "artists", "id", wanted, order: "id");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var id = reader.GetInt32(0);
            if (wanted.Contains(id))
            {
                artists.Add(new LogArtist(id, reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
            }
        }

        return [.. artists];
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = sql;
        return command;
    }

    private sealed record TrackRow(int Id, string? SpotifyId, string NameKey, string Title, int ArtistId, int? AlbumId, int? DurationMs, string? Isrc, bool? Explicit, int? Popularity);

    private sealed record AlbumRow(int Id, string SpotifyId, string Title, int ArtistId, string? ImageUrl, int? ReleaseYear);
}
