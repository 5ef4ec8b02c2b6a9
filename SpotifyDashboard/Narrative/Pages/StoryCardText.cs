using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>What a card of a story says. It holds no name and no picture of the listener.</summary>
/// <param name="Title">The title.</param>
/// <param name="Sentences">The sentences of the description, each whole.</param>
/// <param name="Roast">The roast; empty where there is none.</param>
/// <param name="Period">The period in words.</param>
/// <param name="Claims">How many claims were checked.</param>
/// <param name="Supported">How many of them hold.</param>
/// <param name="IsDemo">Whether the plays are made up, which the card then says.</param>
public sealed record StoryCardText(string Title, IReadOnlyList<string> Sentences, string Roast, string Period, int Claims, int Supported, bool IsDemo)
{
    // "Last 7 days" would mean others to who sees the card later: the days themselves are said.
    private static readonly DateOnly s_neverToday = DateOnly.MaxValue;

    /// <summary>What a card of <paramref name="story"/> says.</summary>
    /// <param name="story">The story.</param>
    /// <param name="isDemo">Whether its plays are made up.</param>
    public static StoryCardText Of(NarrativeSnapshot story, bool isDemo) => new(
        story.Title,
        [.. story.Text.Sentences.Where(static sentence => sentence.Part == TextPart.Description).Select(static sentence => sentence.Text)],
        story.Roast,
        PeriodWords.Of(new Period(story.Days.From, story.Days.To), s_neverToday),
        story.Text.Claims,
        story.Text.Supported,
        isDemo);

    /// <summary>The story to paste anywhere: text and period, and no address of this machine.</summary>
    public string ToPlain() => string.Join(
        "\n\n",
        ((string[])[Title, string.Join(' ', Sentences), Roast, $"{(IsDemo ? "Made-up plays of the demo" : "My listening")}, {Period}. {StoryWords.Checked(Supported, Claims)}"]).Where(static part => part.Length > 0));
}
