using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Makes the closed list of facts: a pure function of plays and moods, the same in every culture.</summary>
internal static class NarrativeFactsBuilder
{
    /// <summary>What a story about <paramref name="view"/> may say.</summary>
    /// <param name="view">The plays of the period, under the listener's own rule and zone.</param>
    /// <param name="map">The moods of the listener's library.</param>
    /// <param name="withNames">Whether artists, tracks and genres are named.</param>
    /// <param name="gaps">Stretches in which plays may be missing.</param>
    public static NarrativeFacts Build(ListeningView view, MoodMap map, bool withNames, params IReadOnlyList<Gap> gaps)
    {
        var days = DaysOf(view);
        var summary = Summary.Of(view);
        var facts = new NarrativeFacts { ListenerId = view.Log.ListenerId, Period = view.Period, Days = days, HasNames = withNames, Facts = [] };
        if (summary.Plays == 0)
        {
            return facts;
        }

        var ground = new FactGround(view, map, summary, days, withNames) { Gaps = gaps };
        List<FactDraft> drafts =
        [
            .. TotalFacts.Of(ground),
            .. ChangeFacts.Of(ground),
            .. TopFacts.Of(ground),
            .. SoundFacts.Of(ground, MoodTrend.Of(view, map)),
            .. DriftFacts.Of(ground),
            .. RhythmFacts.Of(ground),
            .. HabitFacts.Of(ground),
            .. TasteFacts.Of(ground),
        ];
        return facts with { Facts = FactBudget.Choose(drafts) };
    }

    /// <summary>The period's own days; an open end is the first or last day with a counted play, and days to come are no part of it.</summary>
    private static FactDays DaysOf(ListeningView view)
    {
        var from = view.Period.From ?? view.Days.First ?? view.Today;
        var to = view.Period.To ?? view.Days.Last ?? view.Today;
        var lastPossible = view.Days.Last > view.Today ? view.Days.Last.Value : view.Today;
        to = to > lastPossible ? lastPossible : to;
        return new FactDays(from, to < from ? from : to);
    }
}
