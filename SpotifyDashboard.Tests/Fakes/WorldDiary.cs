using System.Globalization;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Days of listening as people have them: sessions of some tracks with pauses between, mostly awake, sometimes shown late.</summary>
internal sealed class WorldDiary(SpotifyWorld world, int seed = 1)
{
    private readonly Random _random = new(seed);

    /// <summary>Pauses between two sessions, shortest and longest.</summary>
    public (TimeSpan Shortest, TimeSpan Longest) Pause { get; init; } = (TimeSpan.FromMinutes(20), TimeSpan.FromHours(6));

    /// <summary>Tracks in a session, fewest and most.</summary>
    public (int Fewest, int Most) Session { get; init; } = (3, 40);

    /// <summary>Share of plays that Spotify shows late, so out of order.</summary>
    public double LateShare { get; init; } = 0.05;

    /// <summary>The longest it takes to show a late one.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Share of plays that Spotify never shows.</summary>
    public double UnseenShare { get; init; }

    /// <summary>Lets a user listen to the world's tracks; every play ends within the stretch.</summary>
    /// <returns>The plays in the order they ended.</returns>
    public IReadOnlyList<WorldPlay> Write(WorldUser user, DateTimeOffset from, DateTimeOffset to)
    {
        var tracks = world.Tracks;
        var plays = new List<WorldPlay>();
        for (var at = from + Between(Pause.Shortest, Pause.Longest); at < to; at += Between(Pause.Shortest, Pause.Longest))
        {
            var context = string.Create(CultureInfo.InvariantCulture, $"spotify:playlist:3dFakePlaylist{_random.Next(100):00000000}");
            for (var left = _random.Next(Session.Fewest, Session.Most + 1); left > 0; left--)
            {
                var track = tracks[_random.Next(tracks.Count)];
                at += TimeSpan.FromMilliseconds(track.DurationMs);
                if (at >= to)
                {
                    return plays;
                }

                plays.Add(_random.NextDouble() < UnseenShare
                    ? world.PlayUnseen(user, track, at)
                    : world.Play(user, track, at, VisibleAt(at), context));
            }
        }

        return plays;
    }

    private DateTimeOffset VisibleAt(DateTimeOffset endedAt) =>
        _random.NextDouble() < LateShare ? endedAt + Between(TimeSpan.Zero, LongestDelay) : endedAt;

    private TimeSpan Between(TimeSpan shortest, TimeSpan longest) => shortest + ((longest - shortest) * _random.NextDouble());
}
