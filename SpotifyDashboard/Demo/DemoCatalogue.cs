using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Demo;

/// <summary>About 900 tracks that were made up, by 70 artists, from a seed.</summary>
internal sealed class DemoCatalogue
{
    private const int TracksPerMood = 182;
    private const double ShareWithFeatures = .94;
    private const double ShareKnownBefore = .3;
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly Random _random;
    private readonly DateTimeOffset _madeAt;

    private DemoCatalogue(int seed, DateTimeOffset madeAt)
    {
        _random = DemoRandom.For(seed, 0);
        _madeAt = madeAt;
        ByMood = [.. Enum.GetValues<DemoMood>().Select(TracksOf)];
        Tracks = [.. ByMood.SelectMany(tracks => tracks)];
    }

    /// <summary>Every track.</summary>
    public IReadOnlyList<DemoTrack> Tracks { get; }

    /// <summary>The tracks of each mood, in the order of <see cref="DemoMood"/>.</summary>
    public IReadOnlyList<IReadOnlyList<DemoTrack>> ByMood { get; }

    /// <summary>Makes the catalogue; all but the moment of storing depends on the seed alone.</summary>
    public static DemoCatalogue Create(int seed, DateTimeOffset madeAt) => new(seed, madeAt);

    private List<DemoTrack> TracksOf(DemoMood mood)
    {
        var tracks = new List<DemoTrack>(TracksPerMood);
        var bands = DemoVocabulary.Of(mood).Bands;
        for (var i = 0; tracks.Count < TracksPerMood; i++)
        {
            var artist = new DemoArtist(NextId(), bands[i], mood, DemoVocabulary.Of(mood).GenresOf(i));
            var debut = _random.Next(1968, 2021);
            var titles = new HashSet<string>(StringComparer.Ordinal);
            var wanted = i == bands.Length - 1 ? TracksPerMood - tracks.Count : Math.Min(TracksPerMood - tracks.Count, _random.Next(9, 18));
            for (var album = 0; wanted > 0; album++)
            {
                var count = Math.Min(wanted, _random.Next(4, 9));
                wanted -= count;
                AddAlbum(tracks, NextAlbum(artist, debut + (album * _random.Next(1, 4)), titles), count, titles);
            }
        }

        return tracks;
    }

    private DemoAlbum NextAlbum(DemoArtist artist, int year, HashSet<string> titles)
    {
        var released = new DateOnly(Math.Min(year, 2023), _random.Next(1, 13), _random.Next(1, 29));
        return new DemoAlbum(NextId(), NextTitle(artist.Mood, titles), released.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), artist);
    }

    private void AddAlbum(List<DemoTrack> tracks, DemoAlbum album, int count, HashSet<string> titles)
    {
        for (var i = 0; i < count; i++)
        {
            var mood = album.Artist.Mood;
            var durationMs = (int)Math.Clamp(_random.NextNormal((mood == DemoMood.Focus ? 268_000 : 212_000, 38_000)), 96_000, 480_000);
            var features = DemoSound.Of(mood).Draw(_random, durationMs, _madeAt);
            tracks.Add(new DemoTrack(
                NextId(),
                NextTitle(mood, titles),
                album,
                durationMs,
                mood == DemoMood.Words && _random.NextDouble() < .6,
                mood,
                _random.NextDouble() < ShareKnownBefore ? -_random.Next(30, 600) : _random.Next(DemoDiary.Days - 10),
                Math.Exp(_random.NextNormal((0, .8))),
                _random.NextDouble() < ShareWithFeatures ? features : null));
        }
    }

    private string NextTitle(DemoMood mood, HashSet<string> taken)
    {
        string title;
        do
        {
            title = DemoVocabulary.Of(mood).NextTitle(_random);
        }
        while (!taken.Add(title));

        return title;
    }

    private string NextId() => "demo" + string.Create(18, _random, static (id, random) =>
    {
        foreach (ref var c in id)
        {
            c = Base62[random.Next(Base62.Length)];
        }
    });
}
