using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>A stored story in a list.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Period">What it is about.</param>
/// <param name="Tone">How it speaks.</param>
/// <param name="Source">Who wrote it: "by gemini-3.5-flash-lite", "without a model".</param>
/// <param name="Occasion">How it came about.</param>
/// <param name="CreatedAt">When (UTC).</param>
public sealed record StoryEntry(Guid Id, string Title, Period Period, NarrativeTone Tone, string Source, NarrativeOccasion Occasion, DateTimeOffset CreatedAt)
{
    /// <summary>What a list shows of <paramref name="story"/>.</summary>
    public static StoryEntry Of(NarrativeSnapshot story) =>
        new(story.Id, story.Title, story.Period, story.Tone, StoryWords.ShortSource(story.Source, story.Model), story.Occasion, story.CreatedAt);
}
