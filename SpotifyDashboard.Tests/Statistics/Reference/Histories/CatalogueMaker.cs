using System.Globalization;
using System.Text;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Statistics.Reference.Histories;

/// <summary>Makes catalogues in which songs are known under several ids, by name only, and with much missing.</summary>
internal sealed class CatalogueMaker
{
    private static readonly string[] s_names = ["Ärger", "ärger", "Zoë", "東京 Club", "Ａbba", "🦊 Fox", "Bell & Co", "\"Quote\"", "Alpha", "alpha", "O'Neil", "=Sum"];
    private static readonly string[] s_titles = ["Home", "home", "Straße", "Ｎight", "🌙", "Rain, Rain", "Zebra", "Émile", "One", "Two", "Three", "Four", "Five", "Six"];
    private static readonly string[] s_genres = ["rock", "pop", "k-pop", "ambient", "jazz", "hip hop"];

    private readonly Random _random;
    private readonly List<HistoryArtist> _artists = [];
    private readonly List<HistoryAlbum> _albums = [];
    private readonly List<HistoryTrack> _tracks = [];
    private readonly List<(int, int)> _splits = [];
    private readonly HashSet<string> _namedOnly = [];
    private readonly int _seed;

    private CatalogueMaker(int seed)
    {
        _seed = seed;
        _random = new Random(seed);
    }

    public static HistoryCatalogue Make(int seed, int songs) => new CatalogueMaker(seed).Make(songs);

    private HistoryCatalogue Make(int songs)
    {
        var artists = Math.Max(12, songs / 12);
        for (var id = 1; id <= artists; id++)
        {
            _artists.Add(Artist(id));
        }

        for (var id = 1; id <= 2 * artists; id++)
        {
            AddAlbum(id, artists);
        }

        for (var song = 0; song < songs; song++)
        {
            AddSong(song);
        }

        var saved = _tracks.Where(_ => Maybe(0.2)).Select(track => track.Id).ToList();
        return new(_seed, _artists, _albums, _tracks, _splits, saved);
    }

    private HistoryArtist Artist(int id)
    {
        // Two rows may bear one name: one that only an account export named, one with an id.
        var name = id % 7 == 0 ? _artists[^1].Name : s_names[(id - 1) % s_names.Length] + Suffix(id, s_names.Length);
        var hasId = id % 7 == 0 ? _artists[^1].SpotifyId.Length == 0 : Maybe(0.7);
        var genres = Enumerable.Range(0, _random.Next(5)).Select(_ => (Of(s_genres), Maybe(0.5) ? "spotify" : "musicbrainz")).Distinct().ToList();
        return new(id, hasId ? $"artist{id}" : "", name, genres);
    }

    private void AddAlbum(int id, int artists)
    {
        var album = new HistoryAlbum(id, Maybe(0.8) ? $"album{id}" : "", 1 + _random.Next(artists), $"{Of(s_titles)}{(id % 3 == 0 ? $" {id}" : "")}", ReleaseDate());
        if (!_albums.Exists(other => (other.Artist, other.Title, other.SpotifyId) == (album.Artist, album.Title, album.SpotifyId)))
        {
            _albums.Add(album);
        }
    }

    private void AddSong(int song)
    {
        var artist = 1 + _random.Next(_artists.Count);
        var title = Of(s_titles) + (Maybe(0.5) ? "" : Suffix(song, s_titles.Length));
        var length = Maybe(0.4) ? 180_000 : 1000 * _random.Next(20, 400);
        var isrc = Maybe(0.6) ? $"DEX{song:D9}" : null;
        var first = _tracks.Count;
        foreach (var _ in Enumerable.Range(0, 1 + _random.Next(4)))
        {
            var spelt = _random.Next(5) switch
            {
                0 => title.ToUpperInvariant(),
                1 => title.Normalize(NormalizationForm.FormKD),
                2 => title.Replace(" ", "  ", StringComparison.Ordinal),
                _ => title,
            };
            AddTrack(artist, spelt, length + Of([0, 0, 2999, 3000, 3001, -3000, -3001, 6000]), isrc);
        }

        if (Maybe(0.25) && _tracks.Count > first + 1)
        {
            _splits.Add((_tracks[first].Id, _tracks[^1].Id));
        }
    }

    private void AddTrack(int artist, string title, int length, string? isrc)
    {
        var id = _tracks.Count + 1;
        var isNameOnly = Maybe(0.3) && _namedOnly.Add(NameKey.Of(_artists[artist - 1].Name, title));
        var albums = _albums.FindAll(album => album.Artist == artist);
        _tracks.Add(new(
            id,
            isNameOnly ? null : $"track{(id * 7919) % 10007:D5}",
            artist,
            title,
            !isNameOnly && albums.Count > 0 && Maybe(0.7) ? Of(albums).Id : null,
            Maybe(isNameOnly ? 0.2 : 0.8) ? length : null,
            Maybe(0.2) ? $"USX{id:D9}" : isNameOnly && Maybe(0.8) ? null : isrc,
            Maybe(0.6) ? Maybe(0.4) : null,
            Maybe(0.5) ? _random.Next(101) : null,
            Maybe(0.7) ? [.. Enumerable.Range(0, 13).Select(_ => _random.NextDouble())] : null));
    }

    private string? ReleaseDate()
    {
        var day = new DateOnly(_random.Next(1958, 2026), 1, 1).AddDays(_random.Next(365));
        return _random.Next(5) switch
        {
            0 => null,
            1 => day.ToString("yyyy", CultureInfo.InvariantCulture),
            2 => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    private static string Suffix(int number, int names) => number < names ? "" : $" {number}";

    private bool Maybe(double share) => _random.NextDouble() < share;

    private T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
