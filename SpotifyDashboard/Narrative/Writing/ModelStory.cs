using SpotifyDashboard.Narrative.Checking;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Asks a model for one story: a first text, and one repair with the faults of the first named.</summary>
internal sealed class ModelStory(ChatNarrator narrator, ICallGuard guard, NarrativeAssignment assignment, IProgress<CheckedSentence> checkedSoFar)
{
    private const int Tries = 2;

    private bool _isShowing = true;

    /// <summary>What became of it.</summary>
    public ModelOutcome Outcome { get; private set; } = ModelOutcome.NotAsked;

    /// <summary>Why it came to nothing, in a sentence; null where it did not.</summary>
    public string? Remark { get; private set; }

    /// <summary>When another try is worth it (UTC); null where nobody said.</summary>
    public DateTimeOffset? NextTry { get; private set; }

    /// <summary>Calls that were made.</summary>
    public int Calls { get; private set; }

    /// <summary>The model as its service names it.</summary>
    public string? Model { get; private set; }

    public int? TokensIn { get; private set; }

    public int? TokensOut { get; private set; }

    /// <summary>What was wrong with the last text.</summary>
    public RefusedText? Refused { get; private set; }

    /// <summary>The model's text, checked; null where it has none that holds.</summary>
    public async Task<CheckedText?> WriteAsync(CancellationToken cancellationToken)
    {
        if (narrator.WhyNotNow() is { } why)
        {
            GiveUp(why);
            return null;
        }

        for (var tries = 0; tries < Tries; tries++)
        {
            if (await guard.TakeAsync(assignment.Facts.ListenerId, cancellationToken) is { } no)
            {
                GiveUp(Refused is null ? ModelOutcome.NotAsked : OutcomeOfRefused(), Refused is null ? no : $"{WhyRefused()} {no}");
                return null;
            }

            Calls++;
            try
            {
                if (await TryAsync(tries == 0 ? Show : static _ => { }, cancellationToken) is { } text)
                {
                    Outcome = tries == 0 ? ModelOutcome.Accepted : ModelOutcome.Repaired;
                    return text;
                }
            }
            catch (NarratorException unreadable) when (unreadable.Outcome == ModelOutcome.Unreadable && tries + 1 < Tries)
            {
                Refused = new RefusedText(Text: null, []);
            }
            catch (NarratorException failed)
            {
                GiveUp(failed);
                return null;
            }
        }

        GiveUp(OutcomeOfRefused(), WhyRefused());
        return null;
    }

    /// <summary>Notes that it came to nothing.</summary>
    public void GiveUp(ModelOutcome outcome, string remark, DateTimeOffset? nextTry = null) => (Outcome, Remark, NextTry) = (outcome, remark, nextTry);

    private void GiveUp(NarratorException why) => GiveUp(why.Outcome, why.Message, why.NextTry);

    private async Task<CheckedText?> TryAsync(Action<string> arriving, CancellationToken cancellationToken)
    {
        var answer = await narrator.WriteAsync(assignment, Refused, arriving, cancellationToken);
        Model = answer.Model;
        TokensIn = Sum(TokensIn, answer.TokensIn);
        TokensOut = Sum(TokensOut, answer.TokensOut);
        var verdict = FactCheck.Check(answer.Text, assignment.Facts, assignment.Language);
        Refused = verdict.Holds ? null : new RefusedText(answer.Text, verdict.Faults);
        return verdict.Holds ? verdict : null;
    }

    /// <summary>Shows a sentence that holds. After one that does not, nothing more is shown: the text around it will not stay.</summary>
    private void Show(string sentence)
    {
        if (!_isShowing)
        {
            return;
        }

        var (said, faults) = FactCheck.CheckSentence(TextPart.Description, sentence, assignment.Facts, assignment.Language);
        _isShowing = faults.IsEmpty;
        if (_isShowing)
        {
            checkedSoFar.Report(said);
        }
    }

    private ModelOutcome OutcomeOfRefused() => Refused?.Text is null ? ModelOutcome.Unreadable : ModelOutcome.Refused;

    private string WhyRefused() => Refused?.Text is null
        ? $"{narrator.ShownName} sent no story that can be read."
        : "The model's text said things your data does not.";

    private static int? Sum(int? sum, int? more) => more is null ? sum : (sum ?? 0) + more;
}
