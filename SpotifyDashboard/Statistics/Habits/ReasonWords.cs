namespace SpotifyDashboard.Statistics.Habits;

/// <summary>Says in words why a play ended; exports use names of buttons and events inside Spotify's players.</summary>
internal static class ReasonWords
{
    private static readonly Dictionary<string, string> s_words = new(StringComparer.Ordinal)
    {
        ["trackdone"] = "Played to its end",
        ["fwdbtn"] = "Next pressed",
        ["nextbtn"] = "Next pressed",
        ["backbtn"] = "Back pressed",
        ["endplay"] = "Stopped, or something else chosen",
        ["clickrow"] = "Another track chosen",
        ["clickside"] = "Another list chosen",
        ["playbtn"] = "Play pressed elsewhere",
        ["uriopen"] = "A link opened",
        ["remote"] = "Taken over by another device",
        ["appload"] = "App started anew",
        ["logout"] = "Logged out or app closed",
        ["unexpected-exit"] = "App ended unexpectedly",
        ["unexpected-exit-while-paused"] = "App ended while paused",
        ["trackerror"] = "Could not be played on",
        ["unknown"] = "Not told",
    };

    /// <summary>The words for a reason; one that is not known stands in quotes as the source gave it.</summary>
    public static string Of(string reason) => s_words.GetValueOrDefault(reason) ?? $"“{reason}”";
}
