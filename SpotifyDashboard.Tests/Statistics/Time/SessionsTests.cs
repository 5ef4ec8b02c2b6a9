using SpotifyDashboard.Statistics.Time;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Time;

public sealed class SessionsTests
{
    private static readonly int[] s_bounds = [0, 15, 30, 60, 120, 240];

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(720)]
    public void Of_AnyPlays_EqualsCuttingThemOneByOne(int pause) => AnyHabit.Check(view =>
    {
        var expected = Cut(Naive.CountedOf(view), TimeSpan.FromMinutes(pause));

        var sessions = Sessions.Of(view, pause);

        var lengths = expected.Select(session => EndOf(session) - session[0].Local).Order().ToList();
        Assert.Equal((expected.Count, lengths.Sum(length => (long)length.TotalMilliseconds)), (sessions.Count, sessions.TotalMs));
        Assert.Equal(Enumerable.Range(0, 24).Select(hour => expected.Count(session => session[0].Local.Hour == hour)), sessions.ByHour);
        Assert.Equal(Enumerable.Range(0, 7).Select(day => expected.Count(session => ((int)session[0].Local.DayOfWeek + 6) % 7 == day)), sessions.ByWeekday);
        Assert.Equal(s_bounds.Select((bound, index) => lengths.Count(length => length.TotalMinutes >= bound && (index == 5 || length.TotalMinutes < s_bounds[index + 1]))), sessions.Lengths.Select(length => length.Count));
        Assert.Equal(
            expected.Select(session => new ListeningSession(
                    session[0].Local.ToUniversalTime(),
                    EndOf(session).ToUniversalTime(),
                    (long)(EndOf(session) - session[0].Local).TotalMilliseconds,
                    session.Count,
                    session.Sum(play => (long)play.Ms)))
                .OrderByDescending(session => session.Ms).ThenBy(session => session.StartedAt).Take(10),
            sessions.Longest);
        if (expected.Count == 0)
        {
            Assert.Equal((null, null, null), (sessions.MeanMs, sessions.MedianMs, sessions.MeanPlays));
            return;
        }

        Assert.Equal(lengths.Average(length => length.TotalMilliseconds), sessions.MeanMs ?? -1, 3);
        Assert.Equal((lengths[(lengths.Count - 1) / 2] + lengths[lengths.Count / 2]).TotalMilliseconds / 2, sessions.MedianMs ?? -1, 3);
        Assert.Equal(expected.Average(session => session.Count), sessions.MeanPlays ?? -1, 6);
    });

    [Fact]
    public void Of_PauseOfExactlyHalfAnHour_IsStillOneSession()
    {
        var view = new LogOf()
            .Play("2026-06-01T10:00:00Z", 600)
            .Play("2026-06-01T10:05:00Z", 60) // ends before the one it overlaps
            .Play("2026-06-01T10:40:00Z", 60) // 30 minutes after the latest end
            .Play("2026-06-01T11:11:00.001Z", 60)
            .View();

        var sessions = Sessions.Of(view);

        Assert.Equal([3, 1], sessions.Longest.Select(session => session.Plays));
        Assert.Equal(41 * 60_000, sessions.Longest[0].Ms);
    }

    private static List<List<NaivePlay>> Cut(List<NaivePlay> plays, TimeSpan pause)
    {
        List<List<NaivePlay>> sessions = [];
        foreach (var play in plays)
        {
            if (sessions.Count == 0 || play.Local - EndOf(sessions[^1]) > pause)
            {
                sessions.Add([]);
            }

            sessions[^1].Add(play);
        }

        return sessions;
    }

    private static DateTimeOffset EndOf(List<NaivePlay> session) => session.Max(play => play.Local.AddMilliseconds(play.Ms));
}
