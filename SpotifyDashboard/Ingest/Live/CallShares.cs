using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>How the calls of any 24 hours are shared out, so that what matters less never eats what matters more.</summary>
/// <remarks>
/// Each purpose is promised a number of calls. In any 24 hours, all calls of one priority and those below it together stay under the quota less what
/// the priorities above are promised: metadata can take whatever is left over, but never a call that polling may need before the window has moved on.
/// Since the rule counts the same window in which the quota is counted, it holds at every moment and needs no forecast.
/// </remarks>
internal sealed class CallShares
{
    /// <summary>What polls of one listener take at most in a day with <c>Auto</c>; measured in docs/decisions/0012-poll-schedule.md.</summary>
    public const int PollsOfOne = 200;

    /// <summary>What five listeners take at most together.</summary>
    public const int PollsOfFive = 450;

    /// <summary>A login or two, each with a test call and a first poll.</summary>
    private const int Logins = 5;

    /// <summary>Six top lists twice a day.</summary>
    private const int TopsOfOne = 12;

    /// <summary>A library of a thousand, or its first pages a few times a day.</summary>
    private const int SavedOfOne = 20;

    /// <summary>What is never promised to polls, so that a sync gets through with the smallest quota.</summary>
    private const int LeastForOthers = 12;

    private readonly int[] _ceilings;

    private CallShares(int[] ceilings) => _ceilings = ceilings;

    /// <summary>Calls of this priority and below that fit into any 24 hours.</summary>
    public int CeilingFrom(CallPriority priority) => _ceilings[(int)priority];

    /// <summary>Shares out a quota.</summary>
    /// <param name="daily">Calls in 24 hours.</param>
    /// <param name="listeners">Listeners who are polled.</param>
    /// <param name="pollEvery">The fixed time between polls; null for <c>Auto</c>.</param>
    public static CallShares Of(int daily, int listeners, TimeSpan? pollEvery)
    {
        var behindLogin = Math.Max(0, daily - Math.Min(Logins, daily / 20));
        var forOthers = Math.Min(behindLogin / 2, Math.Max(LeastForOthers, daily / 12));
        var behindPoll = Math.Max(forOthers, behindLogin - PollsOf(listeners, pollEvery));
        var behindTop = Math.Max(behindPoll / 2, behindPoll - (TopsOfOne * listeners));
        var behindSaved = Math.Max(behindTop / 2, behindTop - (SavedOfOne * listeners));
        return new CallShares([daily, behindLogin, behindPoll, behindTop, behindSaved]);
    }

    private static int PollsOf(int listeners, TimeSpan? pollEvery) =>
        pollEvery is { } interval
            ? (int)Math.Min(int.MaxValue / 2, listeners * Math.Ceiling(TimeSpan.FromDays(1) / interval))
            : listeners switch
            {
                0 => 0,
                1 => PollsOfOne,
                _ => Math.Min(listeners * PollsOfOne, PollsOfFive * Math.Max(5, listeners) / 5),
            };
}
