using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Habits;

/// <summary>The plays of a log that ran to their end, whatever rule the rest is counted by.</summary>
/// <param name="Plays">The counting rule <see cref="CountingRule.Finished"/>.</param>
internal sealed record FinishedPlays(CountedPlays Plays)
{
    /// <summary>Found once for a log.</summary>
    public static FinishedPlays Of(LogFacts facts) => new(CountedPlays.Of(facts.Log, CountingRule.Finished));
}
