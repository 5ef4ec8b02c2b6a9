using SpotifyDashboard.Providers.LanguageModels;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Lets a language model write the story.</summary>
internal sealed class ChatNarrator(LanguageModelClient model) : INarrator
{
    /// <summary>How people call who is behind it.</summary>
    public string ShownName => model.ShownName;

    /// <summary>Why there is no use in asking just now; null where there is.</summary>
    public NarratorException? WhyNotNow() =>
        !model.HasKey ? new NarratorException("No key for a language model is set (Narrative:ApiKey).", ModelOutcome.NotAsked)
        : model.WhyNotNow() is { } blocked ? Tell(blocked)
        : null;

    public async Task<NarratorAnswer> WriteAsync(NarrativeAssignment assignment, RefusedText? refused, Action<string> arriving, CancellationToken cancellationToken)
    {
        var reader = new DescriptionReader(assignment.Facts);
        try
        {
            var answer = await model.CompleteAsync(StoryPrompt.Of(assignment, refused), Read, cancellationToken);
            return StoryJson.Read(answer.Text, assignment.Facts) is { } text
                ? new NarratorAnswer(text, answer.Model, answer.TokensIn, answer.TokensOut)
                : throw new NarratorException($"{ShownName} sent no story that can be read.", ModelOutcome.Unreadable);
        }
        catch (LanguageModelException failed)
        {
            throw Tell(failed);
        }

        void Read(string piece)
        {
            foreach (var sentence in reader.Add(piece))
            {
                arriving(sentence);
            }
        }
    }

    private static NarratorException Tell(LanguageModelException failed) => new(
        failed.Message,
        failed.Failure switch
        {
            LanguageModelFailure.Limited => ModelOutcome.Limited,
            LanguageModelFailure.Misconfigured => ModelOutcome.Misconfigured,
            LanguageModelFailure.Blocked => ModelOutcome.Blocked,
            LanguageModelFailure.Unreadable => ModelOutcome.Unreadable,
            _ => ModelOutcome.Unreachable,
        },
        failed.RetryAt,
        failed);
}
