using SpotifyDashboard.Ingest.Live;

namespace SpotifyDashboard.Tests.Ingest.Live.Year;

/// <summary>One listener of a simulated year, as polls see them.</summary>
internal sealed class YearListener(YearPlay[] plays, IReadOnlyList<(long From, long To)> outages)
{
    private const int Shown = 50;
    private const long OnTime = YearWorld.Minute;
    private readonly bool[] _seen = new bool[plays.Length];
    private readonly int[] _week = new int[168];
    private readonly List<long> _goodPolls = [];
    private int _ended;
    private DateTimeOffset? _newest;
    private DateTimeOffset? _lastGood;

    public long DueAt { get; set; }

    public long? FailingSince { get; private set; }

    public TimeSpan Lateness { get; private set; }

    public IReadOnlyList<SeenPlay> Recent { get; private set; } = [];

    public int PlayCount => plays.Length;

    public int LostUnasked { get; private set; }

    public int LostInShortOutages { get; private set; }

    public int LostInOutages { get; private set; }

    public int LostLate { get; private set; }

    public long DelaySum { get; private set; }

    public void Fail(long now) => FailingSince ??= now;

    /// <summary>A good poll: the last fifty that have ended and are visible.</summary>
    public void Show(long now, DateTimeOffset start)
    {
        FailingSince = null;
        _goodPolls.Add(now);
        for (; _ended < plays.Length && plays[_ended].EndedAt <= now; _ended++)
        {
            _week[plays[_ended].EndedAt / YearWorld.Hour % _week.Length]++;
        }

        var shown = new List<SeenPlay>(Shown);
        for (var i = _ended - 1; i >= 0 && shown.Count < Shown; i--)
        {
            if (plays[i].VisibleAt > now)
            {
                continue;
            }

            shown.Add(new SeenPlay(start.AddMilliseconds(plays[i].EndedAt), TimeSpan.FromMilliseconds(plays[i].Duration)));
            if (!_seen[i])
            {
                _seen[i] = true;
                DelaySum += now - plays[i].VisibleAt;
            }
        }

        Recent = shown;
        Lateness = ShownLate.After(Lateness, _lastGood, _newest, shown.Select(play => play.EndedAt));
        _lastGood = start.AddMilliseconds(now);
        _newest = shown.Count > 0 && !(_newest > shown[0].EndedAt) ? shown[0].EndedAt : _newest;
    }

    /// <summary>Plays that usually end within this hour of the week.</summary>
    public double UsualPlays(long now) => _week[now / YearWorld.Hour % _week.Length] / Math.Max(1.0, now / (7.0 * YearWorld.Day));

    /// <summary>Says of each play that no poll has shown why.</summary>
    public void Settle()
    {
        for (var i = 0; i < plays.Length; i++)
        {
            if (_seen[i])
            {
                continue;
            }

            var (before, after) = (LastGoodBefore(plays[i].EndedAt), FirstGoodFrom(plays[i].VisibleAt));
            if (plays[i].VisibleAt - plays[i].EndedAt > OnTime)
            {
                LostLate++;
            }
            else if (!outages.Any(outage => outage.From < after && outage.To > before))
            {
                LostUnasked++;
            }
            else if (plays.Count(play => play.EndedAt > before && play.EndedAt <= after) < Shown)
            {
                LostInShortOutages++;
            }
            else
            {
                LostInOutages++;
            }
        }
    }

    private long LastGoodBefore(long moment)
    {
        var index = _goodPolls.BinarySearch(moment);
        index = index < 0 ? ~index - 1 : index - 1;
        return index < 0 ? 0 : _goodPolls[index];
    }

    private long FirstGoodFrom(long moment)
    {
        var index = _goodPolls.BinarySearch(moment);
        index = index < 0 ? ~index : index;
        return index < _goodPolls.Count ? _goodPolls[index] : long.MaxValue;
    }
}
