using System.Globalization;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Writing.Templates;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Writes a story that holds: the model's, mended once where it must be, else the template's. Nothing unchecked leaves it.</summary>
public sealed partial class StoryWriter
{
    /// <summary>How long a model is waited for in all, repair and repeats included; then the template writes, which takes no time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ChatNarrator _model;
    private readonly TemplateNarrator _template;
    private readonly ICallGuard _guard;
    private readonly TimeProvider _time;
    private readonly ILogger<StoryWriter> _logger;

    internal StoryWriter(ChatNarrator model, TemplateNarrator template, ICallGuard guard, TimeProvider time, ILogger<StoryWriter> logger) =>
        (_model, _template, _guard, _time, _logger) = (model, template, guard, time, logger);

    /// <summary>Writes a story. Ends within <see cref="Patience"/> with one that was checked, or with a reason.</summary>
    /// <param name="assignment">What to write; in a language that can't be checked it is written in English.</param>
    /// <param name="mayAskModel">Whether the listener agreed and wants the model; else the template writes, without a remark.</param>
    /// <param name="checkedSoFar">Told each sentence of the model's first description that holds, as it comes. The story that is returned may be another.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="NarratorException">There is nothing to tell, or no text holds; the message says which.</exception>
    public async Task<WrittenStory> WriteAsync(NarrativeAssignment assignment, bool mayAskModel, IProgress<CheckedSentence> checkedSoFar, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        ArgumentNullException.ThrowIfNull(checkedSoFar);
        if (assignment.Facts.Facts.IsEmpty)
        {
            throw new NarratorException("Nothing was played in this period, so there is nothing to tell.", ModelOutcome.NotAsked);
        }

        assignment = assignment with { Language = StoryLanguage.Of(assignment.Language) };
        var story = new ModelStory(_model, _guard, assignment, checkedSoFar);
        var text = mayAskModel ? await AskAsync(story, cancellationToken) : null;
        return new WrittenStory(
            text ?? await FromTemplateAsync(assignment, story, cancellationToken),
            text is not null,
            text is null ? null : story.Model,
            text is null ? TemplateNarrator.Version : StoryPrompt.Version,
            story.Outcome,
            story.Remark,
            story.TokensIn,
            story.TokensOut)
        {
            NextTry = story.NextTry,
            ModelCalls = story.Calls,
        };
    }

    private async Task<CheckedText?> AskAsync(ModelStory story, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        CheckedText? text = null;
        try
        {
            text = await story.WriteAsync(either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            story.GiveUp(ModelOutcome.Unreachable, $"{_model.ShownName} did not finish within {Patience.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} seconds.");
        }

        LogAsked(story.Outcome, story.Calls, story.Refused?.Faults.Length ?? 0, story.TokensIn, story.TokensOut);
        return text;
    }

    private async Task<CheckedText> FromTemplateAsync(NarrativeAssignment assignment, ModelStory story, CancellationToken cancellationToken)
    {
        // It speaks fewer languages than can be checked.
        var spoken = assignment with { Language = TemplateNarrator.LanguageOf(assignment.Language) };
        var answer = await _template.WriteAsync(spoken, refused: null, static _ => { }, cancellationToken);
        var verdict = FactCheck.Check(answer.Text, spoken.Facts, spoken.Language);
        if (verdict.Holds)
        {
            return verdict;
        }

        LogTemplateRefused(verdict.Faults.Length, verdict.Faults[0].Claim, verdict.Faults[0].Reason);
        return WithoutFaults(answer.Text, verdict, spoken)
            ?? throw new NarratorException("The dashboard's own text did not stand its check, so no story is shown. This is a fault of the program.", story.Outcome, story.NextTry);
    }

    /// <summary>What is left of a text without the sentences that were refused, checked again; null where no story is left.</summary>
    private static CheckedText? WithoutFaults(NarrativeText text, CheckedText verdict, NarrativeAssignment assignment)
    {
        var refused = verdict.Faults.Select(static fault => (fault.Part, fault.Sentence)).ToHashSet();
        var kept = verdict with { Sentences = [.. verdict.Sentences.Where(sentence => !refused.Contains((sentence.Part, sentence.Text)))], Faults = [] };
        var left = text with { Title = kept.Of(TextPart.Title), Description = kept.Of(TextPart.Description), Roast = kept.Of(TextPart.Roast) };
        if (left.Title.Length == 0 || left.Description.Length == 0 || left.Roast.Length == 0)
        {
            return null;
        }

        var again = FactCheck.Check(left, assignment.Facts, assignment.Language);
        return again.Holds ? again : null;
    }

    [LoggerMessage(LogLevel.Information, "A story was asked of the model: {Outcome} after {Calls} calls, {Faults} faults in the last text, {TokensIn} tokens in, {TokensOut} out")]
    private partial void LogAsked(ModelOutcome outcome, int calls, int faults, int? tokensIn, int? tokensOut);

    [LoggerMessage(LogLevel.Error, "The template's text has {Faults} faults, the first '{Claim}': {Reason}")]
    private partial void LogTemplateRefused(int faults, string claim, string reason);
}
