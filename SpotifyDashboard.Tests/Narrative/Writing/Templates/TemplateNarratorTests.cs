using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Narrative.Writing.Templates;
using SpotifyDashboard.Tests.Listening;
using SpotifyDashboard.Tests.Narrative.Facts;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Narrative.Writing.Templates;

public sealed partial class TemplateNarratorTests
{
    /// <summary>Each run writes and checks dozens of stories.</summary>
    private static readonly Config s_few = Config.QuickThrowOnFailure.WithMaxTest(40);

    private static readonly CultureInfo[] s_languages = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("de"), CultureInfo.GetCultureInfo("pl")];

    [Fact]
    public void Write_AnyFactsToneAndLanguage_StandsTheCheckAndCitesItsFacts() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            foreach (var facts in FactsOf(seed).Where(facts => !facts.Facts.IsEmpty))
            {
                foreach (var (tone, language) in Enum.GetValues<NarrativeTone>().SelectMany(tone => s_languages.Select(language => (tone, language))))
                {
                    var text = Write(facts, tone, language);
                    var verdict = FactCheck.Check(text, facts, TemplateNarrator.LanguageOf(language));
                    Assert.True(verdict.Holds, $"{seed}, {tone}, {language}: {string.Join('\n', verdict.Faults)}");
                    Assert.Equal(verdict.Claims, verdict.Supported);
                    Assert.All(text.Citations, citation => Assert.Subset(facts.Facts.Select(fact => fact.Id).ToHashSet(), citation.Facts.ToHashSet()));
                    Assert.Equal($"{text.Title} {text.Description} {text.Roast}", string.Join(' ', text.Citations.Select(citation => citation.Sentence)));
                    Assert.DoesNotMatch(OddWords(), $"{text.Title} {text.Description} {text.Roast}");
                }
            }
        }).Check(s_few);

    /// <summary>A story chooses a few phrases; here each one that can be said stands by itself.</summary>
    [Fact]
    public void Phrases_AnyFacts_EachStandsTheCheckAlone() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            foreach (var facts in FactsOf(seed).Where(facts => !facts.Facts.IsEmpty))
            {
                foreach (var (tone, language) in Enum.GetValues<NarrativeTone>().SelectMany(tone => new[] { "en", "de" }.Select(language => (tone, language))))
                {
                    var forms = StoryForms.Of(language);
                    var material = new StoryMaterial(facts, forms);
                    foreach (var sentence in SayableOf(PhraseBook.Of(language, tone), material).SelectMany(phrase => phrase.Sentences))
                    {
                        var said = sentence.Say(material.Words);
                        var (_, faults) = FactCheck.CheckSentence(TextPart.Description, said.Sentence, facts, forms.Culture);
                        Assert.True(faults.IsEmpty, $"{seed}, {tone}, {language}: {string.Join('\n', faults)}");
                    }
                }
            }
        }).Check(s_few);

    [Fact]
    public void Write_SameFactsTwice_SaysTheSame()
    {
        var facts = Telling();

        Assert.Equivalent(Write(facts, NarrativeTone.Roast, s_languages[0]), Write(facts, NarrativeTone.Roast, s_languages[0]), strict: true);
    }

    [Fact]
    public void Write_ManyWeeks_ReadsDifferently()
    {
        var facts = Telling();
        var openings = Enumerable.Range(0, 12)
            .Select(week => facts with { Days = new FactDays(facts.Days.From.AddDays(7 * week), facts.Days.To.AddDays(7 * week)) })
            .Select(week => Write(week, NarrativeTone.Professional, s_languages[0]))
            .ToList();

        Assert.InRange(openings.Select(text => text.Title).Distinct().Count(), 2, 12);
        Assert.InRange(openings.Select(text => text.Description).Distinct().Count(), 6, 12);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Write_MuchKnown_IsAFullStory(string language)
    {
        foreach (var tone in Enum.GetValues<NarrativeTone>())
        {
            var text = Write(Telling(), tone, CultureInfo.GetCultureInfo(language));

            Assert.NotEmpty(text.Title);
            Assert.InRange(text.Citations.Count(citation => text.Description.Contains(citation.Sentence, StringComparison.Ordinal)), 4, 7);
            Assert.InRange(text.Citations.Count(citation => text.Roast.Contains(citation.Sentence, StringComparison.Ordinal)), 1, 2);
        }
    }

    [Fact]
    public void Write_German_HasGermanNumbersAndDays()
    {
        NarrativeFacts facts = Telling() with { Facts = [Fact("plays", FactTopic.Totals, FactUnit.Plays, 1204), Period(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31))] };

        Assert.StartsWith("Im März 2026 gab es 1.204 Wiedergaben", Write(facts, NarrativeTone.Professional, s_languages[1]).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SinglePlay_SaysSoInTheSingular()
    {
        NarrativeFacts facts = Telling() with { Facts = [Fact("plays", FactTopic.Totals, FactUnit.Plays, 1), Period(new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 5))] };

        Assert.Equal("On 5 March 2026 there was 1 play, and every story has to begin somewhere.", Write(facts, NarrativeTone.Professional, s_languages[0]).Description);
    }

    [Fact]
    public void Write_SharedLead_NamesNoLeader()
    {
        var log = new LogOf();
        for (var play = 0; play < 6; play++)
        {
            log.Play(new DateTimeOffset(2026, 6, 1 + play, 12, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), 200_000, $"{(play % 2 == 0 ? "Nordlys" : "Velvet")} - Song {play}");
        }

        var view = log.View(from: "2026-06-01", to: "2026-06-07");
        var text = Write(NarrativeFactsBuilder.Build(view, PlantedMoods.Of(view.Log.Catalogue), withNames: true), NarrativeTone.Professional, s_languages[0]);

        Assert.Contains("No artist leads alone", text.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("led by", text.Title, StringComparison.Ordinal);
    }

    /// <summary>A slot that nothing can fill would silence its phrase for ever.</summary>
    [Fact]
    public void Books_AllPhrases_CanBeSaid()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var facts in Enumerable.Range(0, 400).SelectMany(FactsOf).Append(Telling()))
        {
            seen.UnionWith(new StoryMaterial(facts, StoryForms.Of("en")).Words.Keys);
        }

        foreach (var (language, tone) in new[] { "en", "de" }.SelectMany(language => Enum.GetValues<NarrativeTone>().Select(tone => (language, tone))))
        {
            var slots = PhraseBook.Of(language, tone).Sections.Values.SelectMany(phrases => phrases).SelectMany(phrase => phrase.Slots);
            Assert.Subset(seen, slots.ToHashSet());
        }
    }

    [GeneratedRegex(@"\b1 (?:plays|tracks|artists|minutes|sessions|days|Wiedergaben|Minuten|Sitzungen|Tage)\b|\{|\}|  | ,|\.\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OddWords();

    private static NarrativeText Write(NarrativeFacts facts, NarrativeTone tone, CultureInfo language)
    {
        // Nothing in it waits.
        var answer = new TemplateNarrator().WriteAsync(new NarrativeAssignment(facts, tone, language), refused: null, static _ => { }, CancellationToken.None);
        Assert.True(answer.IsCompletedSuccessfully);
        return answer.GetAwaiter().GetResult().Text;
    }

    private static IEnumerable<Phrase> SayableOf(PhraseBook book, StoryMaterial material)
    {
        var plan = new StoryPlan(material);
        string[] sections = [.. plan.Title, "title.plain", .. plan.Opening, .. plan.Core.SelectMany(core => core.Sections), .. plan.Further.SelectMany(further => further.Sections), .. RoastRules.Of(material), "roast.plain"];
        return sections.SelectMany(section => book[section]).Where(phrase => phrase.CanSay(material.Words));
    }

    /// <summary>Facts about anything somebody may have played, with and without names.</summary>
    private static IEnumerable<NarrativeFacts> FactsOf(int seed)
    {
        var view = AnyView.Of(seed);
        var map = PlantedMoods.Of(view.Log.Catalogue);
        return [NarrativeFactsBuilder.Build(view, map, withNames: true), NarrativeFactsBuilder.Build(view, map, withNames: false)];
    }

    /// <summary>A month in which there is something to say of everything.</summary>
    private static NarrativeFacts Telling()
    {
        var log = new LogOf();
        for (var day = 0; day < 120; day++)
        {
            for (var play = 0; play < (day < 90 ? 6 : 9); play++)
            {
                var artist = play % 3 == 0 ? "Nordlys" : play % 3 == 1 ? "Velvet Holiday" : $"Artist {(char)('A' + (day % 20))}";
                log.Play(new DateTimeOffset(2026, 1, 1, 18, 0, 0, TimeSpan.Zero).AddDays(day).AddMinutes(4 * play).ToUnixTimeMilliseconds(), 200_000, $"{artist} - Song {(play == 0 ? 0 : day % 7)}");
            }
        }

        var view = log.View(from: "2026-04-01", to: "2026-04-30");
        return NarrativeFactsBuilder.Build(view, PlantedMoods.Of(view.Log.Catalogue), withNames: true);
    }

    private static NarrativeFact Fact(string id, FactTopic topic, FactUnit unit, double value) => new()
    {
        Id = id,
        Topic = topic,
        Text = "",
        Figures = [new FactFigure(value, unit)],
        Href = "/",
    };

    private static NarrativeFact Period(DateOnly from, DateOnly to) =>
        Fact("period", FactTopic.Period, FactUnit.Days, to.DayNumber - from.DayNumber + 1) with { Days = [new FactDays(from, to)] };
}
