using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Answers questions in words from the listener's own plays. Nothing is asked from outside unless the caller says so.</summary>
public sealed class AskService
{
    private readonly StatisticsService _statistics;
    private readonly NarrativeFactsService _facts;
    private readonly NarrativeService _narratives;
    private readonly Func<AskWriter> _writer;

    internal AskService(StatisticsService statistics, NarrativeFactsService facts, NarrativeService narratives, Func<AskWriter> writer) =>
        (_statistics, _facts, _narratives, _writer) = (statistics, facts, narratives, writer);

    /// <summary>Reads a question and retrieves what answers it.</summary>
    /// <param name="listener">Whose plays.</param>
    /// <param name="question">The question; see <see cref="AskRules"/>.</param>
    /// <param name="mayAskModel">Whether the listener agreed that question and facts are sent to the model, and wants it now.</param>
    /// <param name="cancellationToken">Ends the answering.</param>
    /// <exception cref="ArgumentException">The question is refused; the message says why.</exception>
    public async Task<AskAnswer> AskAsync(ListenerProfile listener, string question, bool mayAskModel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listener);
        if (AskRules.WhyRefused(question) is { } why)
        {
            throw new ArgumentException(why, nameof(question));
        }

        var everything = await _statistics.ReadAsync(listener, Period.Everything, rule: null, cancellationToken);
        var understood = await Task.Run(() => QuestionReader.Read(question.Trim(), everything.Log.Catalogue, everything.Tracks.Plays, everything.Today), cancellationToken);
        var period = understood.Period ?? Period.Everything;
        if (!understood.IsUnderstood)
        {
            return new AskAnswer(understood, Nothing(listener.Id, everything.Today));
        }

        var view = await _statistics.ReadAsync(listener, period, rule: null, cancellationToken);
        var story = await _facts.ReadAsync(listener, period, withNames: true, cancellationToken);
        var facts = story.Facts.IsEmpty ? story : await Task.Run(() => Retrieval.Answer(understood, view, story), cancellationToken);
        var answer = new AskAnswer(understood, facts);
        if (facts.Facts.IsEmpty)
        {
            return answer with { Remark = "Nothing was played in these days." };
        }

        if (!mayAskModel)
        {
            return answer;
        }

        // A question may name artists, and its answer can hardly leave them out.
        return (await _narratives.ReadChoicesAsync(listener.Id, cancellationToken)).LeavesNamesOut
            ? answer with { Remark = "You leave names out of what is sent to the model, so the facts alone answer." }
            : await _writer().WriteAsync(answer, cancellationToken);
    }

    private static NarrativeFacts Nothing(int listenerId, DateOnly today) => new()
    {
        ListenerId = listenerId,
        Period = Period.Everything,
        Days = new FactDays(today, today),
        HasNames = true,
        Facts = [],
    };
}
