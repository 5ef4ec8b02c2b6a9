using System.Collections.Concurrent;
using System.Globalization;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>Writes a story from facts by phrases that people wrote: no key, no network, always the same for the same facts.</summary>
/// <remarks>It claims nothing but what fills a slot, so the check finds every claim; see <c>docs/decisions/0032-template-narrator.md</c>.</remarks>
public sealed class TemplateNarrator : INarrator
{
    /// <summary>Names the phrases; a story keeps it, so that one can tell by what it was written.</summary>
    public const string Version = "template-1";

    private readonly ConcurrentDictionary<(string Language, NarrativeTone Tone), PhraseBook> _books = new();

    /// <summary>The language in which a story for <paramref name="language"/> is written, and by which it must be checked.</summary>
    public static CultureInfo LanguageOf(CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return StoryForms.Of(language.TwoLetterISOLanguageName).Culture;
    }

    /// <inheritdoc/>
    /// <remarks>Mending is not its business: it says the same again.</remarks>
    public Task<NarratorAnswer> WriteAsync(NarrativeAssignment assignment, RefusedText? refused, Action<string> arriving, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        ArgumentNullException.ThrowIfNull(arriving);
        cancellationToken.ThrowIfCancellationRequested();
        var text = Write(assignment);
        foreach (var citation in text.Citations.Where(citation => text.Description.Contains(citation.Sentence, StringComparison.Ordinal)))
        {
            arriving(citation.Sentence);
        }

        return Task.FromResult(new NarratorAnswer(text, Model: null, TokensIn: null, TokensOut: null));
    }

    private NarrativeText Write(NarrativeAssignment assignment)
    {
        var forms = StoryForms.Of(assignment.Language.TwoLetterISOLanguageName);
        var book = _books.GetOrAdd((forms.Culture.TwoLetterISOLanguageName, assignment.Tone), static key => PhraseBook.Of(key.Language, key.Tone));
        var material = new StoryMaterial(assignment.Facts, forms);
        return new StoryTeller(book, material, new PhraseDice(assignment.Facts, assignment.Tone)).Tell();
    }
}
