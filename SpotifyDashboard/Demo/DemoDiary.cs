using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Demo;

/// <summary>What the demo listener played on which day. Each day is drawn for itself, so that the diary can be continued at any time.</summary>
internal sealed class DemoDiary(int seed, DemoCatalogue catalogue, DateOnly firstDay, TimeZoneInfo zone)
{
    /// <summary>How long the demo listener has been listening when they are made.</summary>
    public const int Days = 730;

    private const double SkipShare = .13;
    private const double RepeatShare = .035;
    private const double OtherMoodShare = .12;

    /// <summary>The mean number of plays after the first of a session.</summary>
    private const double MorePlays = 6.1;

    /// <summary>The plays that ended after <paramref name="after"/> and not later than <paramref name="until"/>, in order.</summary>
    public IEnumerable<DemoPlay> Between(DateTimeOffset after, DateTimeOffset until)
    {
        // A late session runs on into the next day, hence one day more in front.
        var last = DayOf(until);
        for (var day = DayOf(after).AddDays(-1); day <= last; day = day.AddDays(1))
        {
            foreach (var play in PlaysOf(day))
            {
                if (play.StartedAt >= after && play.EndedAt <= until)
                {
                    yield return play;
                }
            }
        }
    }

    /// <summary>A session of <paramref name="count"/> plays that ends at <paramref name="end"/>, whatever the hour: what they listen to right now.</summary>
    public IReadOnlyList<DemoPlay> SessionEndingAt(DateTimeOffset end, int count)
    {
        var day = DayOf(end);
        var random = DemoRandom.For(seed, (int)(end.ToUnixTimeSeconds() & int.MaxValue));
        var mood = random.NextIndex(DemoWeek.MoodsAt(day, TimeZoneInfo.ConvertTime(end, zone).Hour));
        var weights = WeightsOn(day);
        var plays = new List<DemoPlay>(count);
        for (var i = 0; i < count; i++)
        {
            var track = NextTrack(random, mood, weights);
            plays.Insert(0, Finished(track, end, i == count - 1));
            end -= TimeSpan.FromMilliseconds(track.DurationMs + 400);
        }

        return plays;
    }

    private static DemoPlay Finished(DemoTrack track, DateTimeOffset end, bool first) =>
        new(track, end, track.DurationMs, first ? "clickrow" : "trackdone", "trackdone", "ios", SightingTraits.ShuffleTold | SightingTraits.SkippedTold);

    private List<DemoPlay> PlaysOf(DateOnly day)
    {
        var random = DemoRandom.For(seed, day.DayNumber);
        var starts = new double[random.NextPoisson(DemoWeek.SessionsOn(day))];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = DemoWeek.NextHour(random, day) + random.NextDouble();
        }

        Array.Sort(starts);
        var plays = new List<DemoPlay>();
        var weights = WeightsOn(day);
        var free = DateTimeOffset.MinValue;
        foreach (var start in starts)
        {
            var local = day.ToDateTime(TimeOnly.MinValue).AddHours(start);
            var moment = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
            moment = new DateTimeOffset(Math.Max(moment.Ticks, free.Ticks), TimeSpan.Zero);
            free = PlaySession(plays, random, day, (int)start, moment, weights).AddMinutes(35);
        }

        return plays;
    }

    private DateTimeOffset PlaySession(List<DemoPlay> plays, Random random, DateOnly day, int hour, DateTimeOffset moment, double[][] weights)
    {
        var mood = random.NextIndex(DemoWeek.MoodsAt(day, hour));
        var platform = hour is >= 9 and < 17 ? "osx" : random.NextDouble() < .85 ? "ios" : "web_player";
        var traits = SightingTraits.ShuffleTold | SightingTraits.SkippedTold | (random.NextDouble() < .35 ? SightingTraits.Shuffle : SightingTraits.None);
        var count = Math.Min(1 + (int)(-Math.Log(1 - random.NextDouble()) * MorePlays), 32);
        var reasonStart = "clickrow";
        DemoTrack? previous = null;
        for (var i = 0; i < count; i++)
        {
            var track = previous is not null && random.NextDouble() < RepeatShare ? previous : NextTrack(random, mood, weights);
            var skipped = random.NextDouble() < SkipShare;
            var msPlayed = skipped ? random.Next(2_500, Math.Min(55_000, track.DurationMs)) : track.DurationMs;
            var reasonEnd = skipped ? "fwdbtn" : i == count - 1 && random.NextDouble() < .3 ? "endplay" : "trackdone";
            if (reasonEnd == "endplay")
            {
                msPlayed = (int)(msPlayed * (.3 + (.6 * random.NextDouble())));
            }

            moment += TimeSpan.FromMilliseconds(msPlayed);
            plays.Add(new DemoPlay(track, moment, msPlayed, reasonStart, reasonEnd, platform, traits | (skipped ? SightingTraits.Skipped : SightingTraits.None)));
            moment += TimeSpan.FromMilliseconds(random.Next(150, 1_800));
            reasonStart = skipped ? "fwdbtn" : "trackdone";
            previous = track;
        }

        return moment;
    }

    private DemoTrack NextTrack(Random random, int mood, double[][] weights)
    {
        var chosen = random.NextDouble() < OtherMoodShare ? random.Next(weights.Length) : mood;
        return catalogue.ByMood[chosen][random.NextIndex(weights[chosen])];
    }

    /// <summary>How likely each track of each mood is on a day: nothing before it was discovered, often just after, less as it grows old.</summary>
    private double[][] WeightsOn(DateOnly day)
    {
        var now = day.DayNumber - firstDay.DayNumber;
        return [.. catalogue.ByMood.Select(tracks => tracks.Select(track => WeightOf(track, now - track.DiscoveredOn)).ToArray())];
    }

    private static double WeightOf(DemoTrack track, int age) =>
        age < 0 ? 0 : track.Favour * ((3.2 * Math.Exp(-age / 16.0)) + (.55 * Math.Exp(-age / 420.0)));

    private DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
