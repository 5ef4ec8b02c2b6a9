namespace SpotifyDashboard.Tests.Ingest.Live.Year;

/// <summary>What is played in a simulated year, when Spotify shows it, and when nobody can ask.</summary>
internal sealed class YearWorld
{
    public const long Minute = 60_000;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    private const double LateShare = 0.03;
    private readonly Random _random;

    private YearWorld(int seed, int days) => (_random, Length) = (new Random(seed), days * Day);

    public long Length { get; }

    /// <summary>Plays of each listener, in the order they ended.</summary>
    public IReadOnlyList<YearPlay[]> Listeners { get; private set; } = [];

    /// <summary>Stretches in which polls fail: first and last millisecond.</summary>
    public IReadOnlyList<(long From, long To)> Outages { get; private set; } = [];

    public static YearWorld Create(int seed, int days, params YearHabit[] habits)
    {
        var world = new YearWorld(seed, days);
        world.Outages = world.Stretches(perMonth: 2.5, shortest: 10 * Minute, longest: 8 * Hour);
        var lags = world.Stretches(perMonth: 2, shortest: 30 * Minute, longest: 2 * Hour);
        world.Listeners = [.. habits.Select(habit => world.Plays(habit, lags))];
        return world;
    }

    private List<(long From, long To)> Stretches(double perMonth, long shortest, long longest)
    {
        var stretches = new List<(long, long)>();
        for (var at = 0L; ;)
        {
            at += (long)(-Math.Log(1 - _random.NextDouble()) * 30 * Day / perMonth);
            var length = shortest + (long)((longest - shortest) * Math.Pow(_random.NextDouble(), 3));
            if (at + length >= Length)
            {
                return stretches;
            }

            stretches.Add((at, at + length));
            at += length;
        }
    }

    private YearPlay[] Plays(YearHabit habit, List<(long From, long To)> lags)
    {
        var plays = new List<YearPlay>();
        for (var day = 0L; day < Length; day += Day)
        {
            foreach (var (from, length, skips) in Sessions(habit, (int)(day / Day)))
            {
                Listen(plays, Math.Max(day + from, plays.Count == 0 ? 0 : plays[^1].EndedAt), day + from + length, skips, lags);
            }
        }

        return [.. plays];
    }

    private IEnumerable<(long From, long Length, bool Skips)> Sessions(YearHabit habit, int day)
    {
        var isWeekend = day % 7 >= 5;
        switch (habit)
        {
            case YearHabit.Heavy:
                yield return ((6 * Hour) + Up(2 * Hour), (5 * Hour) + Up(2 * Hour), false);
                yield return ((14 * Hour) + Up(Hour), (7 * Hour) + Up(2 * Hour), _random.Next(10) == 0);
                break;
            case YearHabit.Commuter when !isWeekend:
                yield return ((7 * Hour) + Up(30 * Minute), (40 * Minute) + Up(20 * Minute), false);
                yield return ((17 * Hour) + Up(30 * Minute), (40 * Minute) + Up(20 * Minute), _random.Next(4) == 0);
                break;
            case YearHabit.NightShift when day % 9 < 6:
                yield return (Up(30 * Minute), (5 * Hour) + Up(Hour), false);
                yield return ((22 * Hour) + Up(30 * Minute), 90 * Minute, false);
                break;
            case YearHabit.Skipper:
                yield return ((12 * Hour) + Up(6 * Hour), 30 * Minute, false);
                if (isWeekend)
                {
                    yield return ((20 * Hour) + Up(Hour), Hour + Up(2 * Hour), true);
                }

                break;
            case YearHabit.Rare when _random.Next(7) == 0:
                yield return (Up(22 * Hour), Hour, _random.Next(3) == 0);
                break;
            default:
                break;
        }
    }

    private void Listen(List<YearPlay> plays, long from, long to, bool skips, List<(long From, long To)> lags)
    {
        for (var at = from; at < to && at < Length;)
        {
            var duration = (150 + _random.Next(120)) * 1000L;
            at += skips ? (30 * 1000) + Up(10 * 1000) : duration;
            var shown = at + (_random.NextDouble() < LateShare ? Up(45 * Minute) : Up(30 * 1000));
            var lag = lags.Find(stretch => stretch.From <= shown && shown < stretch.To);
            plays.Add(new YearPlay(at, duration, Math.Max(shown, lag.To)));
        }
    }

    private long Up(long to) => (long)(_random.NextDouble() * to);
}
