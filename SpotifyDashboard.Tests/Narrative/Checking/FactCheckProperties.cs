using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Tests.Narrative.Checking;

public sealed class FactCheckProperties
{
    private static readonly string[] s_cultures = ["en-US", "en-GB", "de-DE", "de-CH", "fr-FR", "es-ES", "it-IT", "pt-PT", "nl-NL", "sv-SE"];

    [Fact]
    public void Number_InTheFormOfAnyCulture_IsAccepted()
    {
        Prop.ForAll(Gen.Choose(2, 2_000_000).ToArbitrary(), Gen.Elements(s_cultures).ToArbitrary(), static (plays, culture) =>
        {
            var said = plays.ToString("N0", CultureInfo.GetCultureInfo(culture));
            return Corpus.Check($"You made {said} plays.", FactsOf(plays, 1), CultureInfo.GetCultureInfo("en")).Holds;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Number_ChangedBeyondRounding_IsCaught()
    {
        Prop.ForAll(Gen.Choose(20, 900_000).ToArbitrary(), Gen.Choose(6, 400).ToArbitrary(), Gen.Elements(s_cultures).ToArbitrary(), static (plays, percent, culture) =>
        {
            var wrong = (plays * (100 + percent) / 100) + 1;
            var said = wrong.ToString("N0", CultureInfo.GetCultureInfo(culture));
            return !Corpus.Check($"You made {said} plays.", FactsOf(plays, 1), CultureInfo.GetCultureInfo("en")).Holds;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Names_Swapped_AreCaught()
    {
        Prop.ForAll(Gen.Choose(10, 500).ToArbitrary(), Gen.Choose(501, 5000).ToArbitrary(), static (fewer, more) =>
        {
            var facts = FactsOf(more, fewer);
            var right = $"Nordlys had {more} plays and Tidewater {fewer}.";
            var wrong = $"Nordlys had {fewer} plays and Tidewater {more}.";
            return Corpus.Check(right, facts, CultureInfo.GetCultureInfo("en")).Holds && !Corpus.Check(wrong, facts, CultureInfo.GetCultureInfo("en")).Holds;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Check_AnyText_NeverThrows()
    {
        var facts = Corpus.Facts("year");
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var verdict = Corpus.Check(text ?? "", facts, CultureInfo.GetCultureInfo("de"));
            return verdict.Supported <= verdict.Claims;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("(")]
    [InlineData("\"")]
    [InlineData("und")]
    [InlineData("1,2.3'4 ")]
    [InlineData("St. Vincent ")]
    [InlineData("zweihundert")]
    [InlineData("\uD800")]
    [InlineData("a.")]
    [InlineData("½ ")]
    public void Check_HundredKilobytes_IsRefusedAsTooLong(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));

        Assert.Contains(Corpus.Check(text, Corpus.Facts("year"), CultureInfo.GetCultureInfo("en")).Faults, static fault => fault.Reason.Contains("characters", StringComparison.Ordinal));
        Assert.NotEmpty(FactCheck.CheckSentence(TextPart.Description, text, Corpus.Facts("year"), CultureInfo.GetCultureInfo("en")).Faults);
    }

    /// <summary>All plays, the first artist's share of which is all but the second's.</summary>
    private static NarrativeFacts FactsOf(int first, int second)
    {
        ImmutableArray<NarrativeFact> facts =
        [
            Place("artist-1", "Your most played artist was Nordlys", "Nordlys", first, 1),
            Place("artist-2", "Artist no. 2 was Tidewater", "Tidewater", second, 2),
            new NarrativeFact
            {
                Id = "plays",
                Topic = FactTopic.Totals,
                Text = string.Create(CultureInfo.InvariantCulture, $"In all there were {first:N0} plays."),
                Figures = [new FactFigure(first, FactUnit.Plays)],
                Href = "/",
            },
        ];
        var days = new FactDays(new DateOnly(2026, 10, 12), new DateOnly(2026, 10, 18));
        return new NarrativeFacts { ListenerId = 1, Period = new Period(days.From, days.To), Days = days, HasNames = true, Facts = facts };
    }

    private static NarrativeFact Place(string id, string words, string name, int plays, int rank) => new()
    {
        Id = id,
        Topic = FactTopic.Artists,
        Text = string.Create(CultureInfo.InvariantCulture, $"{words}: {plays:N0} plays."),
        Figures = [new FactFigure(plays, FactUnit.Plays), new FactFigure(rank, FactUnit.Rank)],
        Names = [new FactName(FactNameKind.Artist, name)],
        Href = "/",
    };
}
