using SpotifyDashboard.Statistics.Time;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>How moods change along the sessions of a view: told every counted play in order, it finds the sessions by itself.</summary>
/// <param name="moods">Number of moods.</param>
internal sealed class MoodSessions(int moods)
{
    private const int Parts = 4;
    private const long PauseMs = Sessions.DefaultPauseMinutes * 60_000L;

    private readonly List<sbyte> _session = [];
    private long _latestEndMs;

    /// <summary>The moods of the four quarters of the sessions with at least four counted plays, once <see cref="Finish"/> was called.</summary>
    public MoodCounts[] Quarters { get; } = [.. Enumerable.Range(0, Parts).Select(_ => new MoodCounts(moods))];

    /// <summary>Adds the next counted play.</summary>
    /// <param name="startedMs">When it began.</param>
    /// <param name="playedMs">How long it sounded.</param>
    /// <param name="mood">Its mood, or −1.</param>
    public void Add(long startedMs, int playedMs, sbyte mood)
    {
        if (_session.Count > 0 && startedMs - _latestEndMs > PauseMs)
        {
            Finish();
        }

        var end = startedMs + playedMs;
        _latestEndMs = _session.Count == 0 ? end : Math.Max(_latestEndMs, end);
        _session.Add(mood);
    }

    /// <summary>Ends the session under way.</summary>
    public void Finish()
    {
        for (var place = 0; _session.Count >= Parts && place < _session.Count; place++)
        {
            Quarters[(int)((long)Parts * place / _session.Count)].Add(_session[place]);
        }

        _session.Clear();
    }
}
