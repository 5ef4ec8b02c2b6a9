using SpotifyDashboard.Narrative.Checking;

namespace SpotifyDashboard.Tests.Narrative.Checking;

public sealed class CorpusTests
{
    private const int LeastTexts = 150;
    private const double MostRefused = 0.02;

    [Fact]
    public void Corpus_EveryPlantedError_IsCaught()
    {
        var missed = new List<string>();
        var count = 0;
        foreach (var name in Corpus.Names)
        {
            var facts = Corpus.Facts(name);
            foreach (var text in Corpus.Texts($"{name}.wrong.txt"))
            {
                count++;
                if (Corpus.Check(text.Text, facts, text.Language).Holds)
                {
                    missed.Add($"{name}: {text.Text}");
                }
            }
        }

        Assert.Empty(missed);
        Assert.True(count >= LeastTexts, $"Only {count} texts.");
    }

    [Fact]
    public void Corpus_RightTexts_AreHardlyEverRefused()
    {
        var refused = new List<string>();
        var count = 0;
        foreach (var name in Corpus.Names)
        {
            var facts = Corpus.Facts(name);
            foreach (var text in Corpus.Texts($"{name}.right.txt"))
            {
                count++;
                if (Corpus.Check(text.Text, facts, text.Language) is { Holds: false } verdict)
                {
                    refused.Add($"{name}: {text.Text} ({verdict.Faults[0].Claim}: {verdict.Faults[0].Reason})");
                }
            }
        }

        Assert.True(refused.Count <= count * MostRefused, $"{refused.Count} of {count} refused:\n{string.Join('\n', refused)}");
        Assert.True(count >= LeastTexts, $"Only {count} texts.");
    }

    [Fact]
    public void Corpus_PlantedErrorsStreamed_AreCaughtWithoutTheSentencesBefore()
    {
        var missed = new List<string>();
        foreach (var name in Corpus.Names)
        {
            var facts = Corpus.Facts(name);
            missed.AddRange(Corpus.Texts($"{name}.wrong.txt")
                .Where(text => FactCheck.CheckSentence(TextPart.Description, text.Text, facts, text.Language).Faults.IsEmpty)
                .Select(text => text.Text));
        }

        Assert.Empty(missed);
    }

    [Fact]
    public void Rules_WhatNoStoryMaySay_IsRefusedInEveryPart()
    {
        var facts = Corpus.Facts("year");
        var accepted = Corpus.Texts("rules.refused.txt")
            .SelectMany(text => Enum.GetValues<TextPart>().Where(part => FactCheck.CheckSentence(part, text.Text, facts, text.Language).Faults.IsEmpty).Select(part => $"{part}: {text.Text}"));

        Assert.Empty(accepted);
    }

    [Fact]
    public void Rules_DangerousWordsInNamesAndMusic_AreNone()
    {
        var facts = Corpus.Facts("year");
        var refused = Corpus.Texts("rules.right.txt").Where(text => !Corpus.Check(text.Text, facts, text.Language).Holds).Select(static text => text.Text);

        Assert.Empty(refused);
    }

    [Fact]
    public void Facts_CopiedWordForWord_HoldSinglyAndJoined()
    {
        foreach (var name in Corpus.Names)
        {
            var facts = Corpus.Facts(name);
            foreach (var fact in facts.Facts)
            {
                var verdict = FactCheck.CheckSentence(TextPart.Description, fact.Text, facts, System.Globalization.CultureInfo.GetCultureInfo("en"));
                Assert.Empty(verdict.Faults);
                Assert.Equal([fact.Id], verdict.Sentence.Facts);
                Assert.Equal(verdict.Sentence.Claims, verdict.Sentence.Supported);
            }

            foreach (var some in facts.Facts.Chunk(8))
            {
                Assert.Empty(Corpus.Check(string.Join(' ', some.Select(static fact => fact.Text)), facts, System.Globalization.CultureInfo.GetCultureInfo("en")).Faults);
            }
        }
    }
}
