using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative;

/// <summary>A story as the API tells it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">A few words.</param>
/// <param name="Description">The story itself.</param>
/// <param name="Roast">One or two sentences that tease.</param>
/// <param name="Tone">How it speaks.</param>
/// <param name="Source">Who wrote it.</param>
/// <param name="Model">The model's name; null for the template.</param>
/// <param name="CreatedAt">When it was stored (UTC).</param>
/// <param name="From">First local day that it is about.</param>
/// <param name="To">Last local day that it is about.</param>
/// <param name="Facts">All it was allowed to say.</param>
/// <param name="Citations">Every sentence with the facts it stands on.</param>
/// <param name="Checked">How many claims were checked.</param>
internal sealed record NarrativeAnswer(
    Guid Id,
    string Title,
    string Description,
    string Roast,
    NarrativeTone Tone,
    NarrativeSource Source,
    string? Model,
    DateTimeOffset CreatedAt,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<FactAnswer> Facts,
    IReadOnlyList<NarrativeCitation> Citations,
    NarrativeAnswer.Verdict Checked)
{
    public static NarrativeAnswer Of(NarrativeSnapshot story) => new(
        story.Id,
        story.Title,
        story.Description,
        story.Roast,
        story.Tone,
        story.Source,
        story.Model,
        story.CreatedAt,
        story.Days.From,
        story.Days.To,
        [.. story.Facts.Select(FactAnswer.Of)],
        [.. story.Text.Sentences.Select(CitationOf)],
        new Verdict(story.Text.Claims, story.Text.Supported));

    private static NarrativeCitation CitationOf(CheckedSentence sentence) => new(sentence.Text, sentence.Facts);

    /// <summary>What the check found.</summary>
    /// <param name="Claims">Numbers, shares, dates, comparisons and names that the story claims.</param>
    /// <param name="Supported">How many of them the facts bear.</param>
    internal sealed record Verdict(int Claims, int Supported);
}
