using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative;

/// <summary>What a story is made by: its facts and its writing.</summary>
internal interface IStoryMaker
{
    /// <summary>Whether the settings name a model that can be asked.</summary>
    bool HasModel { get; }

    /// <summary>How long the writing takes at most.</summary>
    /// <param name="mayAskModel">Whether the model is asked.</param>
    TimeSpan LongestWriting(bool mayAskModel);

    /// <summary>The language itself where stories can be written and checked in it, else English.</summary>
    CultureInfo LanguageOf(CultureInfo wanted);

    /// <summary>The language in which the template writes where <paramref name="wanted"/> is asked for.</summary>
    CultureInfo TemplateLanguageOf(CultureInfo wanted);

    /// <summary>All that a story about <paramref name="period"/> may say.</summary>
    Task<NarrativeFacts> GatherAsync(ListenerProfile listener, Period period, bool withNames, CancellationToken cancellationToken);

    /// <summary>Writes and checks a story.</summary>
    Task<WrittenStory> WriteAsync(NarrativeAssignment assignment, bool mayAskModel, IProgress<CheckedSentence> checkedSoFar, CancellationToken cancellationToken);
}
