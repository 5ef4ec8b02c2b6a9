using System.Collections.Concurrent;
using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Tests.Narrative;

/// <summary>Facts and texts as a test says, in the place of the program's own: what is tested is how stories are asked for, kept and told.</summary>
internal sealed class ScriptedMaker : IStoryMaker
{
    /// <summary>Every writing, in order: for what, and whether the model might be asked.</summary>
    public ConcurrentQueue<(NarrativeAssignment Assignment, bool MayAskModel)> Written { get; } = new();

    public bool HasModel { get; init; } = true;

    /// <summary>The facts of a period; a single one where nothing else is said.</summary>
    public Func<Period, bool, NarrativeFacts>? Facts { get; init; }

    /// <summary>What happens while it is written, before the text is there.</summary>
    public Func<IProgress<CheckedSentence>, CancellationToken, Task>? Writing { get; init; }

    /// <summary>The story of an assignment; a plain one of the template where nothing else is said.</summary>
    public Func<NarrativeAssignment, bool, WrittenStory>? Story { get; init; }

    public static CheckedSentence Sentence(TextPart part, string text, params string[] facts) => new(part, text, [.. facts], facts.Length, facts.Length);

    public static NarrativeFacts OnePlay(int listenerId, Period period, bool withNames) => new()
    {
        ListenerId = listenerId,
        Period = period,
        Days = new FactDays(period.From ?? new DateOnly(2026, 1, 1), period.To ?? new DateOnly(2026, 1, 31)),
        HasNames = withNames,
        Facts = [new NarrativeFact { Id = "plays", Topic = FactTopic.Totals, Text = "You played 1 track.", Href = "/stats", Figures = [new FactFigure(1, FactUnit.Plays)] }],
    };

    public static WrittenStory Plain(ModelOutcome outcome = ModelOutcome.NotAsked, string? remark = null)
    {
        var isByModel = outcome is ModelOutcome.Accepted or ModelOutcome.Repaired;
        return new WrittenStory(
            new CheckedText([Sentence(TextPart.Title, "One"), Sentence(TextPart.Description, "You played 1 track.", "plays"), Sentence(TextPart.Roast, "One!", "plays")], []),
            isByModel,
            isByModel ? "test-model" : null,
            "1",
            outcome,
            remark,
            isByModel ? 900 : null,
            isByModel ? 300 : null);
    }

    public TimeSpan LongestWriting(bool mayAskModel) => TimeSpan.FromSeconds(mayAskModel ? 90 : 10);

    public CultureInfo LanguageOf(CultureInfo wanted) => wanted.TwoLetterISOLanguageName is "de" ? wanted : CultureInfo.GetCultureInfo("en");

    public CultureInfo TemplateLanguageOf(CultureInfo wanted) => CultureInfo.GetCultureInfo(wanted.TwoLetterISOLanguageName);

    public Task<NarrativeFacts> GatherAsync(ListenerProfile listener, Period period, bool withNames, CancellationToken cancellationToken) =>
        Task.FromResult(Facts?.Invoke(period, withNames) ?? OnePlay(listener.Id, period, withNames));

    public async Task<WrittenStory> WriteAsync(NarrativeAssignment assignment, bool mayAskModel, IProgress<CheckedSentence> checkedSoFar, CancellationToken cancellationToken)
    {
        Written.Enqueue((assignment, mayAskModel));
        if (Writing is { } writing)
        {
            await writing(checkedSoFar, cancellationToken);
        }

        return Story?.Invoke(assignment, mayAskModel) ?? Plain(mayAskModel ? ModelOutcome.Accepted : ModelOutcome.NotAsked);
    }
}
