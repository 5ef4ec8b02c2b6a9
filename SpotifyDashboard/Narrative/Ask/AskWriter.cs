using System.Globalization;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Providers.LanguageModels;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Lets the model put retrieved facts into an answer, as a story is written: checked, mended once, else not shown.</summary>
/// <param name="model">The model.</param>
/// <param name="guard">Keeps its calls within what is allowed.</param>
/// <param name="time">Ends what takes too long.</param>
internal sealed class AskWriter(LanguageModelClient model, ICallGuard guard, TimeProvider time)
{
    private const int Tries = 2;

    /// <summary>Somebody waits before the page: less than for a story.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Whether a model can be asked at all.</summary>
    public bool HasModel => model.HasKey;

    /// <summary>Adds the model's answer to <paramref name="facts"/>, or why there is none.</summary>
    public async Task<AskAnswer> WriteAsync(AskAnswer facts, CancellationToken cancellationToken)
    {
        if (!model.HasKey)
        {
            return facts with { Remark = "No key for a language model is set (Narrative:ApiKey), so the facts alone answer." };
        }

        using var late = new CancellationTokenSource(s_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await TryAsync(facts, either.Token);
        }
        catch (LanguageModelException failed)
        {
            return facts with { Remark = failed.Message };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return facts with { Remark = string.Create(CultureInfo.InvariantCulture, $"{model.ShownName} did not finish within {s_patience.TotalSeconds} seconds.") };
        }
    }

    private async Task<AskAnswer> TryAsync(AskAnswer facts, CancellationToken cancellationToken)
    {
        var language = CultureInfo.GetCultureInfo(facts.Understood.IsGerman ? "de" : "en");
        RefusedAnswer? refused = null;
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await guard.TakeAsync(facts.Facts.ListenerId, cancellationToken) is { } no)
            {
                return facts with { Remark = no };
            }

            var answer = await model.CompleteAsync(AskPrompt.Of(facts.Understood.Question, language.EnglishName, facts.Facts, refused), static _ => { }, cancellationToken);
            if (AskJson.Read(answer.Text) is not { } text)
            {
                refused = new RefusedAnswer(Text: null, []);
                continue;
            }

            var verdict = Check(text, facts.Facts, language);
            if (verdict.Holds)
            {
                return facts with { Text = verdict, Model = answer.Model };
            }

            refused = new RefusedAnswer(text, verdict.Faults);
        }

        return facts with
        {
            Remark = refused?.Text is null ? $"{model.ShownName} sent no answer that can be read." : "The model's answer said things your data does not, so the facts alone answer.",
        };
    }

    /// <summary>An answer has no title and no roast, so it is checked sentence by sentence.</summary>
    private static CheckedText Check(string answer, NarrativeFacts facts, CultureInfo language)
    {
        var verdicts = SentenceSplitter.Split(answer, facts).Select(sentence => FactCheck.CheckSentence(TextPart.Description, sentence, facts, language)).ToList();
        return new CheckedText([.. verdicts.Select(verdict => verdict.Sentence)], [.. verdicts.SelectMany(verdict => verdict.Faults)]);
    }
}
