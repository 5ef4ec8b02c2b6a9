using System.Globalization;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>What is true: users, catalogue, plays, saved tracks, favourites. The fakes show it, each as its service would.</summary>
/// <remarks>The same calls with the same seed give the same world. Safe to extend while servers read it.</remarks>
internal sealed class SpotifyWorld(int seed = 1)
{
    /// <summary>Names that break careless pages, files and logs.</summary>
    public static readonly string[] HostileNames =
    [
        "<script>alert('x')</script>", "\u202Eright-to-left", "שלום עולם", "🎵👩‍👩‍👧 emoji", "=cmd|' /C calc'!A0", "Robert'); DROP TABLE plays;--",
        "\"quotes\" & <b>tags</b>", "{{7*7}} ${7*7}", "a\nb\tc", new string('x', 400),
    ];

    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private readonly List<WorldUser> _users = [];
    private readonly List<WorldArtist> _artists = [];
    private readonly List<WorldAlbum> _albums = [];
    private readonly List<WorldTrack> _tracks = [];
    private readonly Dictionary<string, WorldTrack> _tracksById = new(StringComparer.Ordinal);
    private readonly List<WorldPlay> _plays = [];
    private readonly List<(WorldUser User, WorldTrack Track, DateTimeOffset AddedAt)> _saved = [];
    private readonly Dictionary<(string User, string Type, string Range), IReadOnlyList<string>> _tops = [];

    public IReadOnlyList<WorldUser> Users => Read(() => _users.ToList());

    public IReadOnlyList<WorldArtist> Artists => Read(() => _artists.ToList());

    public IReadOnlyList<WorldAlbum> Albums => Read(() => _albums.ToList());

    public IReadOnlyList<WorldTrack> Tracks => Read(() => _tracks.ToList());

    /// <summary>Every play of everybody, in the order they were told.</summary>
    public IReadOnlyList<WorldPlay> Plays => Read(() => _plays.ToList());

    public WorldUser AddUser(string id, string? displayName = null)
    {
        var user = new WorldUser(id, NewId(10)) { DisplayName = displayName, ImageUrl = displayName is null ? null : new Uri($"https://i.scdn.co/image/{NewId(8)}") };
        return Read(() => Add(_users, user));
    }

    public WorldArtist AddArtist(string name, params string[]? genres) =>
        Read(() => Add(_artists, new WorldArtist(NewId(), name) { Genres = genres }));

    /// <summary>Tells MusicBrainz of an artist's Spotify address, with genres of so many votes each.</summary>
    public void TellMusicBrainz(WorldArtist artist, params (string Name, int Count)[] genres) => Read(() =>
    {
        var id = new byte[16];
        _random.NextBytes(id);
        artist.MusicBrainzGenres = genres;
        return artist.MusicBrainzId = new Guid(id);
    });

    /// <summary>Adds an album with a cover.</summary>
    public WorldAlbum AddAlbum(string name, WorldArtist artist, string releaseDate = "2025-09-12") =>
        Read(() => Add(_albums, new WorldAlbum(NewId(), name, artist, releaseDate)
        {
            Images = [(new Uri($"https://i.scdn.co/image/{NewId(8)}640"), 640), (new Uri($"https://i.scdn.co/image/{NewId(8)}64"), 64)],
        }));

    /// <summary>Adds a track with an ISRC and a sound of its own; <paramref name="isrc"/> makes it the same recording as another.</summary>
    public WorldTrack AddTrack(string name, WorldAlbum album, int durationMs = 214_000, string? isrc = null, params WorldArtist[] guests) => Read(() =>
    {
        var track = new WorldTrack(NewId(), name, album, [album.Artist, .. guests], durationMs)
        {
            Isrc = isrc ?? string.Create(CultureInfo.InvariantCulture, $"SEFAK26{_tracks.Count:00000}"),
            TrackNumber = _tracks.Count(known => known.Album == album) + 1,
            Features = WorldFeatures.From(_random),
        };
        _tracksById.Add(track.Id, track);
        return Add(_tracks, track);
    });

    /// <summary>Adds so many tracks, ten to an album, one album to an artist, all with made-up names.</summary>
    public IReadOnlyList<WorldTrack> AddCatalogue(int tracks)
    {
        var added = new List<WorldTrack>(tracks);
        WorldAlbum? album = null;
        for (var number = 0; number < tracks; number++)
        {
            if (album is null || number % 10 == 0)
            {
                album = AddAlbum($"Album {number / 10}", AddArtist($"Artist {number / 10}", "indie pop"));
            }

            added.Add(AddTrack($"Track {number}", album, Read(() => _random.Next(120, 300)) * 1000));
        }

        return added;
    }

    /// <summary>Adds one track for each of <see cref="HostileNames"/>, which its album and artist bear too.</summary>
    public IReadOnlyList<WorldTrack> AddHostileTracks() =>
        [.. HostileNames.Select(name => AddTrack(name, AddAlbum(name, AddArtist(name, name))))];

    /// <summary>Lets a user play a track to its end; visible at once unless told otherwise.</summary>
    public WorldPlay Play(WorldUser user, WorldTrack track, DateTimeOffset endedAt, DateTimeOffset? visibleAt = null, string? contextUri = null) =>
        Read(() => Add(_plays, new WorldPlay(user, track, ToMilliseconds(endedAt), visibleAt ?? endedAt, contextUri)));

    /// <summary>A play that Spotify's history never shows: a private session, an early skip.</summary>
    public WorldPlay PlayUnseen(WorldUser user, WorldTrack track, DateTimeOffset endedAt) =>
        Read(() => Add(_plays, new WorldPlay(user, track, ToMilliseconds(endedAt), null, null)));

    /// <summary>Plays the tracks one after another without pause; the last one ends at <paramref name="endedAt"/>.</summary>
    public IReadOnlyList<WorldPlay> PlayInRow(WorldUser user, IEnumerable<WorldTrack> tracks, DateTimeOffset endedAt)
    {
        var plays = new List<WorldPlay>();
        foreach (var track in tracks.Reverse())
        {
            plays.Add(Play(user, track, endedAt));
            endedAt -= TimeSpan.FromMilliseconds(track.DurationMs);
        }

        plays.Reverse();
        return plays;
    }

    public void Save(WorldUser user, WorldTrack track, DateTimeOffset addedAt) => Read(() => Add(_saved, (user, track, addedAt)));

    public void Unsave(WorldUser user, WorldTrack track) => Read(() => _saved.RemoveAll(saved => saved.User == user && saved.Track == track));

    /// <summary>Says what the top list is; without it the list follows the plays.</summary>
    /// <param name="type"><c>tracks</c> or <c>artists</c>.</param>
    /// <param name="timeRange"><c>short_term</c>, <c>medium_term</c> or <c>long_term</c>.</param>
    public void SetTop(WorldUser user, string type, string timeRange, IEnumerable<string> ids) =>
        Read(() => _tops[(user.Id, type, timeRange)] = [.. ids]);

    /// <summary>The track with this id; null when it never was or has vanished.</summary>
    public WorldTrack? FindTrack(string id) => Read(() => _tracksById.TryGetValue(id, out var track) && !track.HasVanished ? track : null);

    public WorldUser? FindUser(string id) => Read(() => _users.Find(user => user.Id == id));

    public IReadOnlyList<WorldPlay> PlaysOf(WorldUser user) => Read(() => _plays.Where(play => play.User == user).ToList());

    /// <summary>A user's saved tracks, newest first.</summary>
    public IReadOnlyList<(WorldTrack Track, DateTimeOffset AddedAt)> SavedBy(WorldUser user) =>
        Read(() => _saved.Where(saved => saved.User == user).OrderByDescending(saved => saved.AddedAt).Select(saved => (saved.Track, saved.AddedAt)).ToList());

    /// <summary>Ids of a user's favourites, best first.</summary>
    public IReadOnlyList<string> TopOf(WorldUser user, string type, string timeRange, DateTimeOffset now) => Read(() =>
    {
        if (_tops.TryGetValue((user.Id, type, timeRange), out var told))
        {
            return told;
        }

        var days = timeRange switch { "short_term" => 28, "medium_term" => 182, _ => 365 };
        return
        [
            .. _plays.Where(play => play.User == user && play.EndedAt > now.AddDays(-days) && play.EndedAt <= now)
                .GroupBy(play => type == "tracks" ? play.Track.Id : play.Track.Artists[0].Id, StringComparer.Ordinal)
                .OrderByDescending(plays => plays.Count())
                .Select(plays => plays.Key),
        ];
    });

    private static DateTimeOffset ToMilliseconds(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    private static T Add<T>(List<T> list, T item)
    {
        list.Add(item);
        return item;
    }

    private string NewId(int length = 22)
    {
        const string Digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return Read(() => string.Create(length, _random, (id, random) => random.GetItems(Digits, id)));
    }

    private T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}
