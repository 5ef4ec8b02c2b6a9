using System.Collections.Frozen;
using System.Globalization;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>Puts facts into the words that fill the slots of phrases. All slots are listed in <c>docs/decisions/0032-template-narrator.md</c>.</summary>
/// <param name="forms">How the language says numbers and days.</param>
internal sealed class StoryWords(StoryForms forms)
{
    /// <summary>Facts of places in a list end in their number: <c>artist-1</c> fills <c>artist1</c>, <c>artist1-plays</c>, …</summary>
    private const char PlaceMark = '-';

    private readonly Dictionary<string, StoryWord> _words = new(StringComparer.Ordinal);

    /// <summary>Adds what all of <paramref name="facts"/> say.</summary>
    public void Add(NarrativeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        foreach (var fact in facts.Facts)
        {
            switch (fact.Topic)
            {
                case FactTopic.Period:
                    AddPeriod(fact);
                    break;
                case FactTopic.Totals:
                    AddTotal(fact);
                    break;
                case FactTopic.Change:
                    AddChange(fact);
                    break;
                case FactTopic.Artists or FactTopic.Tracks or FactTopic.Genres or FactTopic.Moods or FactTopic.Discovery when IsPlace(fact.Id):
                    AddPlace(fact);
                    break;
                case FactTopic.Drift:
                    AddDrift(fact);
                    break;
                case FactTopic.Rhythm:
                    AddRhythm(fact);
                    break;
                default:
                    AddFigures(fact);
                    break;
            }
        }
    }

    /// <summary>Gives a word a second slot.</summary>
    public void Repeat(string slot, string second)
    {
        if (_words.TryGetValue(slot, out var word))
        {
            _words[second] = word;
        }
    }

    /// <summary>All words.</summary>
    public FrozenDictionary<string, StoryWord> ToFrozen() => _words.ToFrozenDictionary(StringComparer.Ordinal);

    private void AddPeriod(NarrativeFact fact)
    {
        Put("in-period", fact, forms.In(fact.Days[0]));
        if (StoryForms.IsNamed(fact.Days[0]))
        {
            Put("heading", fact, forms.Heading(fact.Days[0]));
        }

        Put("days", fact, Counted(fact, FactUnit.Days));
    }

    private void AddTotal(NarrativeFact fact)
    {
        if (StoryMaterial.FigureOf(fact, FactUnit.Hours) is { } hours)
        {
            Put("time", fact, forms.Time(hours));
        }
        else
        {
            Put(fact.Id, fact, Counted(fact, fact.Unit));
            Put(fact.Id + "-behind", fact, forms.CountBehind(fact.Value ?? 0, fact.Unit));
        }
    }

    private void AddChange(NarrativeFact fact)
    {
        if (StoryMaterial.FigureOf(fact, FactUnit.Rank) is { } rank)
        {
            Put("artist1-before", fact, forms.Number(rank));
            return;
        }

        Put(fact.Id, fact, forms.Percent(fact.Value ?? 0));
        Put(fact.Id.Replace("change", "before", StringComparison.Ordinal), fact, forms.Count(fact.Figures[1].Value, fact.Figures[1].Unit));
        Put(fact.Id.Replace("change", "before-number", StringComparison.Ordinal), fact, forms.Number(fact.Figures[1].Value));
    }

    /// <summary><c>artist-1</c>: name, plays, share and, for tracks, artist.</summary>
    private void AddPlace(NarrativeFact fact)
    {
        var slot = fact.Id[..fact.Id.LastIndexOf(PlaceMark)] + fact.Id[(fact.Id.LastIndexOf(PlaceMark) + 1)..];
        if (fact.Names is [var name, .. var others])
        {
            var isQuoted = name.Kind is FactNameKind.Track or FactNameKind.Mood;
            _words[slot] = new StoryWord(isQuoted ? forms.Quoted(name.Name) : name.Name, [fact.Id], IsName: true);
            if (others is [{ Kind: FactNameKind.Artist } by, ..])
            {
                _words[slot + "-by"] = new StoryWord(by.Name, [fact.Id], IsName: true);
            }
        }

        if (StoryMaterial.FigureOf(fact, FactUnit.Plays) is { } plays)
        {
            Put(slot + "-plays", fact, forms.Count(plays, FactUnit.Plays));
            Put(slot + "-number", fact, forms.Number(plays));
        }

        if (StoryMaterial.FigureOf(fact, FactUnit.Percent) is { } share)
        {
            Put(slot + "-share", fact, forms.Percent(share));
        }
    }

    private void AddDrift(NarrativeFact fact)
    {
        if (fact is not { Names: [var before, var after, ..], Figures: [var shareAfter, var shareBefore, ..], Days: [var days, ..] })
        {
            return;
        }

        _words["drift-before"] = new StoryWord(forms.Quoted(before.Name), [fact.Id], IsName: true);
        _words["drift-after"] = new StoryWord(forms.Quoted(after.Name), [fact.Id], IsName: true);
        Put("drift-before-share", fact, forms.Percent(shareBefore.Value));
        Put("drift-after-share", fact, forms.Percent(shareAfter.Value));
        Put("drift-since", fact, forms.From(days));
    }

    private void AddRhythm(NarrativeFact fact)
    {
        if (StoryMaterial.FigureOf(fact, FactUnit.Weekday) is { } weekday)
        {
            var part = PartOf(fact.Text);
            Put(fact.Id, fact, part is { } known ? forms.OnWeekdayParts((int)weekday, known) : forms.OnWeekdays((int)weekday));
        }
        else if (fact.Id == "hour" && StoryMaterial.FigureOf(fact, FactUnit.HourOfDay) is { } hour)
        {
            Put(fact.Id, fact, forms.Hour((int)hour));
        }
        else if (fact.Days is [var days, ..])
        {
            Put(fact.Id, fact, days.From == days.To ? forms.Day(days.From) : forms.Heading(days));
        }
        else
        {
            return;
        }

        AddFigures(fact);
    }

    /// <summary><c>sessions</c>, <c>hipster</c> and the like: the first figure under the fact's own name where it has no words yet, the others under their units.</summary>
    private void AddFigures(NarrativeFact fact)
    {
        if (fact is { Topic: FactTopic.Discovery, Value: 0 })
        {
            return;
        }

        foreach (var figure in fact.Figures)
        {
            var (suffix, text) = figure.Unit switch
            {
                FactUnit.Plays => ("-plays", forms.Count(figure.Value, figure.Unit)),
                FactUnit.Percent => ("-share", forms.Percent(figure.Value)),
                FactUnit.Hours => ("-time", forms.Time(figure.Value)),
                FactUnit.Minutes => ("-time", forms.Time(figure.Value / 60)),
                FactUnit.Score => ("-score", forms.Decimal(figure.Value)),
                FactUnit.Year => ("-year", figure.Value.ToString("0", CultureInfo.InvariantCulture)),
                FactUnit.Days => ("-days", forms.Count(figure.Value, figure.Unit)),
                FactUnit.Artists or FactUnit.Tracks or FactUnit.Sessions => ("-count", forms.Count(figure.Value, figure.Unit)),
                _ => ("", ""),
            };
            if (suffix.Length > 0 && !_words.ContainsKey(fact.Id + suffix))
            {
                Put(fact.Id + suffix, fact, text);
            }
        }

        if (fact.Days is [var days, ..] && !_words.ContainsKey(fact.Id))
        {
            Put(fact.Id + "-in", fact, forms.In(days));
        }

        if (fact.Names is [{ Kind: FactNameKind.Track } track, { Kind: FactNameKind.Artist } by, ..])
        {
            _words[fact.Id + "-track"] = new StoryWord(forms.Quoted(track.Name), [fact.Id], IsName: true);
            _words[fact.Id + "-by"] = new StoryWord(by.Name, [fact.Id], IsName: true);
        }
    }

    private void Put(string slot, NarrativeFact fact, string text) => _words[slot] = new StoryWord(text, [fact.Id]);

    private string Counted(NarrativeFact fact, FactUnit unit) => forms.Count(fact.Value ?? 0, unit);

    private static bool IsPlace(string id) => char.IsAsciiDigit(id[^1]);

    /// <summary>The part of the day, which the fact says in its text alone: 0 night to 3 evening.</summary>
    private static int? PartOf(string text) =>
        text.Contains(" nights", StringComparison.Ordinal) ? 0
        : text.Contains(" mornings", StringComparison.Ordinal) ? 1
        : text.Contains(" afternoons", StringComparison.Ordinal) ? 2
        : text.Contains(" evenings", StringComparison.Ordinal) ? 3
        : null;
}
