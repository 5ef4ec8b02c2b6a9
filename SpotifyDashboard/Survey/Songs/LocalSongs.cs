using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Survey.Songs;

/// <summary>Finds songs among the tracks that are stored anyway, without a call outside.</summary>
internal sealed class LocalSongs
{
    private const string Sql =
        "SELECT t.spotify_id, t.title, t.popularity, a.name FROM tracks t JOIN artists a ON a.id = t.artist_id WHERE t.spotify_id IS NOT NULL AND NOT t.is_invented AND t.title <> ''";

    private readonly Dictionary<string, List<SongCandidate>> _byTitle;
    private readonly Dictionary<string, List<SongCandidate>> _byArtist;

    private LocalSongs(List<SongCandidate> tracks)
    {
        _byTitle = Group(tracks, static track => Spelling.Plain(track.Title));
        _byArtist = Group(tracks, static track => Spelling.Plain(track.Artist));
    }

    /// <summary>Reads the tracks with an id at Spotify.</summary>
    public static async Task<LocalSongs> ReadAsync(DashboardDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = Sql;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return new LocalSongs(await ReadAsync(rows, cancellationToken));
    }

    /// <summary>The tracks that the song could be: those of its title, and those of an artist who is written much like this.</summary>
    public IEnumerable<SongCandidate> Of(WantedSong wanted)
    {
        foreach (var (title, artist) in wanted.Readings())
        {
            foreach (var track in _byTitle.GetValueOrDefault(Spelling.Plain(title)) ?? [])
            {
                yield return track;
            }

            foreach (var track in artist is null ? [] : ByArtist(Spelling.Plain(artist)))
            {
                yield return track;
            }
        }
    }

    private IEnumerable<SongCandidate> ByArtist(string artist) =>
        _byArtist.Where(pair => Spelling.Bound(pair.Key, artist) >= SongJudge.Least && Spelling.Likeness(pair.Key, artist) >= SongJudge.Least).SelectMany(static pair => pair.Value);

    private static async Task<List<SongCandidate>> ReadAsync(DbDataReader rows, CancellationToken cancellationToken)
    {
        List<SongCandidate> tracks = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            tracks.Add(CandidateIn(rows));
        }

        return tracks;
    }

    private static SongCandidate CandidateIn(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), [row.GetString(3)], row.IsDBNull(2) ? null : row.GetInt32(2));

    private static Dictionary<string, List<SongCandidate>> Group(List<SongCandidate> tracks, Func<SongCandidate, string> key) =>
        tracks.GroupBy(key, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.ToList(), StringComparer.Ordinal);
}
