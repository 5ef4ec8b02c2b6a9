using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Overview;

/// <summary>Says in words which plays count.</summary>
internal static class CountingWords
{
    /// <summary>A sentence for "how is this counted?".</summary>
    public static string Of(CountingRule rule) => rule switch
    {
        CountingRule.All => "Every play counts, however short.",
        CountingRule.Finished => "A play counts when the track was played to its end.",
        _ => "A play counts from 30 seconds on, or from half of a shorter track.",
    };
}
