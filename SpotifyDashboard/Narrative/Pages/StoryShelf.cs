using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>What the page of stories shows.</summary>
/// <param name="Tone">The tone chosen.</param>
/// <param name="HasPlays">Whether something was played in the period.</param>
/// <param name="Shown">The newest story of the period and tone; null while there is none.</param>
/// <param name="Entries">All stories, newest first.</param>
/// <param name="Choices">What the listener wants of stories.</param>
/// <param name="Calls">How the cost guard stands.</param>
/// <param name="Rate">How often models' texts held so far.</param>
public sealed record StoryShelf(
    NarrativeTone Tone, bool HasPlays, NarrativeSnapshot? Shown, IReadOnlyList<StoryEntry> Entries, NarrativeChoices Choices, NarrativeCalls Calls, AcceptanceRate Rate)
{
    /// <summary>The shelf of a period and tone.</summary>
    public static StoryShelf Of(
        IReadOnlyList<NarrativeSnapshot> stories, Period period, NarrativeTone tone, bool hasPlays, NarrativeChoices choices, NarrativeCalls calls, AcceptanceRate rate) => new(
        tone,
        hasPlays,
        stories.FirstOrDefault(story => story.Period == period && story.Tone == tone),
        [.. stories.Select(StoryEntry.Of)],
        choices,
        calls,
        rate);
}
