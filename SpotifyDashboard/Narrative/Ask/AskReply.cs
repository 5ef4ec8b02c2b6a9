using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>An answer as the API tells it.</summary>
/// <param name="Question">The question as asked.</param>
/// <param name="Understood">What it was understood to ask.</param>
/// <param name="Answer">The answer in words; null where the facts alone answer.</param>
/// <param name="Remark">Why there is no answer in words; null where there is, or where none was asked for.</param>
/// <param name="Facts">What was retrieved.</param>
internal sealed record AskReply(string Question, AskReply.Reading Understood, AskReply.Words? Answer, string? Remark, IReadOnlyList<FactAnswer> Facts)
{
    public static AskReply Of(AskAnswer answer) => new(
        answer.Understood.Question,
        new Reading(
            answer.Understood.Period?.From,
            answer.Understood.Period?.To,
            [.. answer.Understood.Hours.Weekdays],
            answer.Understood.Hours.Hours,
            answer.Understood.Names,
            answer.Understood.Asked,
            answer.Understood.IsUnderstood),
        answer.Text is { } text
            ? new Words(
                text.Of(Checking.TextPart.Description),
                NarrativeSource.Model,
                answer.Model,
                [.. text.Sentences.Select(sentence => new NarrativeCitation(sentence.Text, sentence.Facts))],
                new NarrativeAnswer.Verdict(text.Claims, text.Supported))
            : null,
        answer.Remark,
        [.. answer.Facts.Facts.Select(FactAnswer.Of)]);

    /// <summary>What a question was understood to ask.</summary>
    /// <param name="From">First local day that it names; null where it names none or leaves the beginning open.</param>
    /// <param name="To">Last local day that it names; null where it names none or leaves the end open.</param>
    /// <param name="Weekdays">Days of the week to which it keeps, 0 Monday to 6 Sunday; empty for all.</param>
    /// <param name="Hours">Hours to which it keeps, both included; null for all.</param>
    /// <param name="Names">What it names of the listener's library.</param>
    /// <param name="Asked">What it wants to know.</param>
    /// <param name="IsUnderstood">Whether anything in it could be looked up.</param>
    internal sealed record Reading(
        DateOnly? From, DateOnly? To, IReadOnlyList<int> Weekdays, DayHours? Hours, IReadOnlyList<NamedThing> Names, IReadOnlyList<AskedFor> Asked, bool IsUnderstood);

    /// <summary>An answer in words.</summary>
    /// <param name="Text">The answer.</param>
    /// <param name="Source">Who wrote it.</param>
    /// <param name="Model">The model's name.</param>
    /// <param name="Citations">Every sentence with the facts it stands on.</param>
    /// <param name="Checked">How many claims were checked.</param>
    internal sealed record Words(string Text, NarrativeSource Source, string? Model, IReadOnlyList<NarrativeCitation> Citations, NarrativeAnswer.Verdict Checked);
}
