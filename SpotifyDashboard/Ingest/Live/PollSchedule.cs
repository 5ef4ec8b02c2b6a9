using System.Globalization;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Decides when a listener is polled next, so that calls go where a play could be lost. A pure function of what is known.</summary>
/// <remarks>
/// <para>Spotify shows the last 50 plays. Whoever skips through music can play 50 in 25 minutes, so nobody, listening or not, is ever left alone for
/// longer than that, less the time that Spotify has been late and the poller's own. That bound alone loses nothing and takes some 65 calls a day.</para>
/// <para>What the quota leaves beyond it is spent while somebody listens, so that pages are fresh and an outage finds few plays unseen: evenly, as if they
/// listened all day, so that no evening eats the next morning's calls.</para>
/// </remarks>
internal static class PollSchedule
{
    /// <summary>Plays that Spotify shows.</summary>
    private const int Shown = 50;

    /// <summary>What one listener's polls take at most with a quota of 500, of which polls take at most nine tenths.</summary>
    private const double DailyPolls = 195;

    private const double OrdinaryQuota = 500;
    private const double ShareOfPolls = 0.88;

    /// <summary>Spotify lists a play from 30 seconds on (contracts, 2.7).</summary>
    private static readonly TimeSpan s_shortestPlay = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_least = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_leastSafe = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_stillListening = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_soonBackOff = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_longestBackOff = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_longFailure = TimeSpan.FromHours(3);

    /// <summary>When to poll next.</summary>
    public static NextPoll Next(PollFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.FailingSince is { } since)
        {
            // Whoever listens has played fifty after three hours: until then the end of an outage must be noticed soon.
            var failing = facts.Now - since;
            var wait = Between(s_least, failing / 2, failing < s_longFailure ? s_soonBackOff : s_longestBackOff);
            return In(facts, wait, $"the last poll failed, the next try is in {Words(wait)}");
        }

        if (facts.FixedInterval is { } interval)
        {
            return In(facts, interval, $"every {Words(interval)}, as set in Ingest:PollEvery");
        }

        var safe = Safe(facts);
        var even = s_day / Allowance(facts);
        if (even > safe)
        {
            return In(facts, even, $"the quota allows a poll every {Words(even)}, fewer than it takes to be sure of every play");
        }

        if (facts.CallsLeft <= facts.Listeners * (s_day / safe) / 4)
        {
            return In(facts, safe, $"few calls are left today: within {Words(safe)}, before 50 short plays are possible");
        }

        return Wanted(facts, even, safe);
    }

    private static NextPoll Wanted(PollFacts facts, TimeSpan even, TimeSpan safe)
    {
        var pace = Pace(facts);
        if (pace is { } each && each * Shown / 3 < even)
        {
            var wait = Between(s_least, each * Shown / 3, safe);
            return In(facts, wait, $"tracks change fast just now: in {Words(wait)}");
        }

        if (pace is not null || IsListening(facts))
        {
            return In(facts, even, $"listening just now: in {Words(even)}");
        }

        if (facts.UsualPlays >= 1)
        {
            var wait = (even + safe) / 2;
            return In(facts, wait, $"often listening at this hour: in {Words(wait)}");
        }

        return In(facts, safe, $"quiet: in {Words(safe)}, before 50 short plays are possible");
    }

    /// <summary>The longest time after which 50 plays cannot have come and gone, the shortest plays granted.</summary>
    /// <remarks>A play that is shown late stands behind those that ended after it: a part of the time goes to them.</remarks>
    private static TimeSpan Safe(PollFacts facts)
    {
        var onTime = Between(s_leastSafe, (s_shortestPlay * (Shown - 1)) - (2 * facts.WakeEvery), s_shortestPlay * Shown);
        return onTime - Between(TimeSpan.Zero, facts.Lateness / 4, onTime / 2);
    }

    /// <summary>Polls of one listener in a day.</summary>
    private static double Allowance(PollFacts facts)
    {
        var ofOne = DailyPolls * Math.Max(1, facts.DailyCalls / OrdinaryQuota);
        return Math.Max(1, Math.Min(ofOne, ShareOfPolls * facts.DailyCalls / Math.Max(1, facts.Listeners)));
    }

    /// <summary>How far apart the plays of the last minutes ended, on average; null where there were too few to say.</summary>
    private static TimeSpan? Pace(PollFacts facts)
    {
        var from = facts.Now - s_stillListening - facts.Lateness;
        var ends = facts.Recent.Where(play => play.EndedAt >= from).Select(play => play.EndedAt).ToList();
        return ends.Count < 4 ? null : (ends.Max() - ends.Min()) / (ends.Count - 1);
    }

    private static bool IsListening(PollFacts facts) =>
        facts.Recent.Count > 0 && facts.Now - facts.Recent.Max(play => play.EndedAt) <= s_stillListening + facts.Lateness;

    private static TimeSpan Between(TimeSpan least, TimeSpan wanted, TimeSpan most) => wanted < least ? least : wanted > most ? most : wanted;

    private static NextPoll In(PollFacts facts, TimeSpan wait, string why) => new(facts.Now + wait, why);

    private static string Words(TimeSpan wait) => wait < TimeSpan.FromMinutes(1.5)
        ? string.Create(CultureInfo.InvariantCulture, $"{wait.TotalSeconds:0} seconds")
        : string.Create(CultureInfo.InvariantCulture, $"{wait.TotalMinutes:0} minutes");
}
