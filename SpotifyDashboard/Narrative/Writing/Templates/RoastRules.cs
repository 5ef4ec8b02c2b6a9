using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>What about the listening may be teased, by its figures. Nothing about the person is known here, so nothing of it can be said.</summary>
internal static class RoastRules
{
    private const double LargeShare = 15;
    private const double ManyPlays = 25;
    private const double LargeChange = 15;
    private const double LongHours = 3;
    private const double LowScore = 35;
    private const double HighScore = 65;
    private const double LongStreak = 14;
    private const double ManyNew = 10;

    /// <summary>The sections of phrases that fit, none where nothing stands out.</summary>
    public static IEnumerable<string> Of(StoryMaterial material)
    {
        if (material.Figure("artist-1", FactUnit.Percent) >= LargeShare && material.Figure("artist-1", FactUnit.Plays) >= ManyPlays)
        {
            yield return "roast.artist";
        }

        if (material.Figure("track-1", FactUnit.Plays) >= ManyPlays)
        {
            yield return "roast.track";
        }

        if (material.Figure("plays-change", FactUnit.PercentChange) is { } change && Math.Abs(change) >= LargeChange)
        {
            yield return change > 0 ? "roast.more" : "roast.less";
        }

        if (material.Figure("session-longest", FactUnit.Hours) >= LongHours)
        {
            yield return "roast.session";
        }

        if (material.Figure("hipster", FactUnit.Score) is { } score && score is <= LowScore or >= HighScore)
        {
            yield return score <= LowScore ? "roast.mainstream" : "roast.obscure";
        }

        if (material.Figure("streak", FactUnit.Days) >= LongStreak)
        {
            yield return "roast.streak";
        }

        if (material.Figure("new-artists", FactUnit.Artists) >= ManyNew)
        {
            yield return "roast.new";
        }
    }

    /// <summary>The topic of a story that a section teases about.</summary>
    public static string TopicOf(string section) => section switch
    {
        "roast.mainstream" or "roast.obscure" => "taste",
        "roast.new" => "discovery",
        _ => section[(section.IndexOf('.', StringComparison.Ordinal) + 1)..],
    };
}
