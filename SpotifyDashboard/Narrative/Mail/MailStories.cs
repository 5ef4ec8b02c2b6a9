using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Finds the story of a report: the one that came by itself for the period, else one that was asked for, else the template's. Asks nobody outside.</summary>
/// <remarks>Plays may have arrived since a story was written. One whose cited facts no longer read as they did is left aside, so that it never contradicts the figures beside it.</remarks>
internal sealed partial class MailStories(NarrativeStore stories, NarrativeChoicesStore choices, IStoryMaker maker, ILogger<MailStories> logger)
{
    /// <summary>The story; null where none can be told.</summary>
    /// <param name="listener">Whose.</param>
    /// <param name="subject">Which week or month.</param>
    /// <param name="culture">The listener's language.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<MailStory?> FindAsync(ListenerProfile listener, MailPeriod subject, CultureInfo culture, CancellationToken cancellationToken)
    {
        var facts = await maker.GatherAsync(listener, subject.Period, withNames: true, cancellationToken);
        if (facts.Facts.IsEmpty)
        {
            return null;
        }

        var occasion = subject.Rhythm == MailRhythm.Monthly ? NarrativeOccasion.Monthly : NarrativeOccasion.Weekly;
        var stored = await stories.FindScheduledAsync(listener.Id, occasion, subject.Key, cancellationToken)
            ?? (await stories.ListAsync(listener.Id, cancellationToken)).FirstOrDefault(story => story.Period == subject.Period);
        return stored is not null && await StillHoldsAsync(stored, listener, facts, cancellationToken)
            ? Told(stored.Text, stored.Language, stored.Model)
            : await WriteAsync(listener, facts, culture, cancellationToken);
    }

    private async Task<bool> StillHoldsAsync(NarrativeSnapshot story, ListenerProfile listener, NarrativeFacts named, CancellationToken cancellationToken)
    {
        var facts = story.HasNames ? named : await maker.GatherAsync(listener, story.Period, withNames: false, cancellationToken);
        var now = facts.Facts.ToDictionary(static fact => fact.Id, static fact => fact.Text, StringComparer.Ordinal);
        var cited = story.Text.Sentences.SelectMany(static sentence => sentence.Facts).ToHashSet(StringComparer.Ordinal);
        return story.Facts.Where(fact => cited.Contains(fact.Id)).All(fact => now.GetValueOrDefault(fact.Id) == fact.Text);
    }

    private async Task<MailStory?> WriteAsync(ListenerProfile listener, NarrativeFacts facts, CultureInfo culture, CancellationToken cancellationToken)
    {
        var tone = (await choices.ReadAsync(listener.Id, cancellationToken)).Tone;
        try
        {
            var written = await maker.WriteAsync(new NarrativeAssignment(facts, tone, culture), mayAskModel: false, new Progress<CheckedSentence>(), cancellationToken);
            return Told(written.Text, maker.LanguageOf(culture).Name, model: null);
        }
        catch (NarratorException exception)
        {
            // A report without a story is still a report.
            LogUntold(facts.Period.From, listener.Id, exception.Message);
            return null;
        }
    }

    private static MailStory Told(CheckedText text, string language, string? model) => new(
        text.Of(TextPart.Title),
        text.Of(TextPart.Description),
        text.Of(TextPart.Roast),
        language,
        string.Create(CultureInfo.InvariantCulture, $"Written by {(model is null ? "the dashboard itself" : model)}; {text.Supported} of {text.Claims} claims in it were found in your data."));

    [LoggerMessage(LogLevel.Warning, "No story could be written for the report from {FirstDay} on of listener {ListenerId}: {Reason}")]
    private partial void LogUntold(DateOnly? firstDay, int listenerId, string reason);
}
