using System.Globalization;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Tests.Narrative.Checking;

public sealed class FactCheckTests
{
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Sentence_RightClaims_CitesTheFactsThatBearThem()
    {
        var (sentence, faults) = FactCheck.CheckSentence(TextPart.Description, "Nordlys Kollektiv was your top artist with 214 plays, ahead of Tidewater with 120.", Corpus.Facts("week"), s_english);

        Assert.Empty(faults);
        Assert.Equal(["artist-1", "artist-2"], sentence.Facts.Order(StringComparer.Ordinal));
        Assert.Equal(6, sentence.Claims);
        Assert.Equal(6, sentence.Supported);
    }

    [Fact]
    public void Sentence_WrongShare_NamesTheRightOne()
    {
        var (_, faults) = FactCheck.CheckSentence(TextPart.Description, "Nordlys Kollektiv took 12 % of all plays.", Corpus.Facts("week"), s_english);

        var fault = Assert.Single(faults);
        Assert.Equal("12 %", fault.Claim);
        Assert.Equal("No fact says \"12 %\"; artist-1 says 18 %.", fault.Reason);
    }

    [Fact]
    public void Sentence_NothingClaimed_HasNoClaims()
    {
        var (sentence, faults) = FactCheck.CheckSentence(TextPart.Roast, "Shuffle sends its regards.", Corpus.Facts("week"), s_english);

        Assert.Empty(faults);
        Assert.Equal(0, sentence.Claims);
        Assert.Empty(sentence.Facts);
    }

    [Fact]
    public void Text_NumberOfTheNameBefore_IsBorneByTheSentenceBefore()
    {
        Assert.True(Corpus.Check("Nordlys Kollektiv again. They got 214 plays.", Corpus.Facts("week"), s_english).Holds);
        Assert.False(Corpus.Check("Tidewater again. They got 214 plays.", Corpus.Facts("week"), s_english).Holds);
    }

    [Fact]
    public void Text_CitedFacts_AreKeptOnlyWhereTheyExistAndFit()
    {
        var text = new NarrativeText(
            "Your listening",
            "You made 1,204 plays.",
            "No remarks.",
            [new NarrativeCitation("You made 1,204 plays.", ["plays", "minutes", "artist-1", "invented"])]);

        var sentence = FactCheck.Check(text, Corpus.Facts("week"), s_english).Sentences.Single(static sentence => sentence.Part == TextPart.Description);

        Assert.Equal(["plays", "minutes"], sentence.Facts);
    }

    [Theory]
    [InlineData("", "Fine.", "Fine.")]
    [InlineData("Fine", " ", "Fine.")]
    [InlineData("Fine", "Fine.", "")]
    public void Text_AnEmptyPart_IsRefused(string title, string description, string roast)
    {
        var verdict = FactCheck.Check(new NarrativeText(title, description, roast, []), Corpus.Facts("week"), s_english);

        Assert.Contains("empty", Assert.Single(verdict.Faults).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("St. Vincent leads. R.E.M. follows.", 2)]
    [InlineData("You liked P!nk a lot. So did she.", 2)]
    [InlineData("It was 1.204 plays. No. 1 is St. Vincent.", 2)]
    [InlineData("Am 3. Mai begann die Serie. Danach war Ruhe.", 2)]
    [InlineData("Was it art? It was. Really!", 3)]
    [InlineData("At 9 p.m. you start.", 1)]
    public void Text_FullStopsInNamesAndNumbers_EndNoSentence(string description, int sentences)
    {
        var verdict = Corpus.Check(description, Corpus.Facts("year"), CultureInfo.GetCultureInfo("de"));

        Assert.Equal(sentences, verdict.Sentences.Count(static sentence => sentence.Part == TextPart.Description));
    }

    [Theory]
    [InlineData("A Year With Taylor Swift")]
    [InlineData("Radiohead Forever")]
    [InlineData("18,542 plays")]
    public void Title_WithWhatNoFactSays_IsRefused(string title)
    {
        Assert.NotEmpty(FactCheck.CheckSentence(TextPart.Title, title, Corpus.Facts("year"), s_english).Faults);
    }

    [Theory]
    [InlineData("The Year St. Vincent Moved In")]
    [InlineData("Loud Nights And A Stubborn Heart")]
    [InlineData("2025: 18,452 Plays Later")]
    public void Title_InTitleCase_IsNoName(string title)
    {
        Assert.Empty(FactCheck.CheckSentence(TextPart.Title, title, Corpus.Facts("year"), s_english).Faults);
    }
}
