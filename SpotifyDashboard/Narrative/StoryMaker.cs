using System.Globalization;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Narrative.Writing.Templates;
using SpotifyDashboard.Providers.LanguageModels;

namespace SpotifyDashboard.Narrative;

/// <summary>The facts and the writer of this program.</summary>
internal sealed class StoryMaker(NarrativeFactsService facts, Func<StoryWriter> writer, IOptions<LanguageModelOptions> options) : IStoryMaker
{
    /// <summary>What gathering, the template and storing may take on a slow machine.</summary>
    private static readonly TimeSpan s_ownWork = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public bool HasModel => options.Value.HasKey;

    /// <inheritdoc/>
    public TimeSpan LongestWriting(bool mayAskModel) => mayAskModel ? StoryWriter.Patience + s_ownWork : s_ownWork;

    /// <inheritdoc/>
    public CultureInfo LanguageOf(CultureInfo wanted) => StoryLanguage.Of(wanted);

    /// <inheritdoc/>
    public CultureInfo TemplateLanguageOf(CultureInfo wanted) => TemplateNarrator.LanguageOf(wanted);

    /// <inheritdoc/>
    public Task<NarrativeFacts> GatherAsync(ListenerProfile listener, Period period, bool withNames, CancellationToken cancellationToken) =>
        facts.ReadAsync(listener, period, withNames, cancellationToken);

    /// <inheritdoc/>
    public Task<WrittenStory> WriteAsync(NarrativeAssignment assignment, bool mayAskModel, IProgress<CheckedSentence> checkedSoFar, CancellationToken cancellationToken) =>
        writer().WriteAsync(assignment, mayAskModel, checkedSoFar, cancellationToken);
}
