using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Statistics.Cards;

namespace SpotifyDashboard.Tests.Statistics.Cards;

public sealed class ShareCardTests
{
    private static readonly string[] s_names =
    [
        "</text><script>alert(1)</script>", "]]><!DOCTYPE x [<!ENTITY e \"x\">]>&e;", "nul\0 bell\u0007 escape\u001b", "\u202Eturned around\u2066", "lone \uD800 surrogate",
        "夜に駆ける 〜とても長い日本語のタイトルがここに続きます〜", "أغنية طويلة جدا عن الليل والبحر والمدينة القديمة", "👩‍👩‍👧‍👦🏳️‍🌈🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉", new string('W', 5000), "",
    ];

    public static TheoryData<CardShape, CardTheme> Cards => new MatrixTheoryData<CardShape, CardTheme>(Enum.GetValues<CardShape>(), Enum.GetValues<CardTheme>());

    [Theory]
    [MemberData(nameof(Cards))]
    public void Card_OfHostileNames_HoldsThemAsTextAndNothingElse(CardShape shape, CardTheme theme)
    {
        var plain = Elements(ShareCard.Draw(shape, theme, Facts([.. s_names.Select(_ => "Plain")])));
        var hostile = Elements(ShareCard.Draw(shape, theme, Facts([.. s_names.Select(name => CardText.Clean(name, "Unknown"))])));

        Assert.Equal(plain.Select(element => element.Name), hostile.Select(element => element.Name));
        Assert.All(hostile, element => Assert.DoesNotContain(element.Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName is "href" or "style"));
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Card_OfAnyNames_KeepsEveryTextInAPlaceOnTheCard(CardShape shape, CardTheme theme)
    {
        var card = XDocument.Parse(ShareCard.Draw(shape, theme, Facts([.. s_names.Select(name => CardText.Clean(name, "Unknown"))]))).Root;
        Assert.NotNull(card);
        var (width, height) = (Number(card, "width"), Number(card, "height"));

        var places = card.Descendants().Where(element => element.Name.LocalName == "svg").ToList();

        Assert.NotEmpty(places);
        Assert.Equal(places.Count, card.Descendants().Count(element => element.Name.LocalName == "text"));
        Assert.All(places, place =>
        {
            Assert.Equal("hidden", place.Attribute("overflow")?.Value);
            Assert.InRange(Number(place, "x"), 0, width - Number(place, "width"));
            Assert.InRange(Number(place, "y"), 0, height - Number(place, "height"));
            var text = Assert.Single(place.Elements());
            Assert.InRange(CardText.Width(text.Value.Trim('\u2068', '\u2069'), Number(text, "font-size") * 0.9), 0, Number(place, "width"));
        });
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Card_OfNothing_SaysSo(CardShape shape, CardTheme theme)
    {
        var svg = ShareCard.Draw(shape, theme, Facts([]) with { Plays = 0, Wave = [] });

        Assert.Contains("nothing was played", svg, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Words_OfACard_SayWhatThePictureShows()
    {
        var words = Facts(["One", "Two"]).Words();

        Assert.Equal("Listening, March 2026: 412 plays, 1,389 minutes, 173 tracks, 61 artists, 9 days in a row. Top tracks: 1. One by Somebody, 21 plays; 2. Two by Somebody, 20 plays.", words);
        Assert.StartsWith("Made-up plays of the demo.", (Facts(["One"]) with { IsDemo = true }).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_AnyName_IsNeverWiderThanItsPlaceAndKeepsWholeCharacters() => Prop.ForAll<string, PositiveInt>((name, width) =>
    {
        var clean = CardText.Clean(name ?? "", "Unknown");
        var fitted = CardText.Fit(clean, 20, 30 + width.Get);
        return CardText.Width(fitted, 20) <= 30 + width.Get
            && (fitted == clean || clean.StartsWith(fitted[..^1], StringComparison.Ordinal))
            && new XElement("name", clean).ToString().Length > 0;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("  two \t\r\n words ", "two words")]
    [InlineData("a\u202Eb\u2066c\u200Fd", "abcd")]
    [InlineData("\u0000\u0007", "Unknown")]
    [InlineData("👩‍👩‍👧", "👩‍👩‍👧")]
    [InlineData("Zaaaa\u0301\u0302\u0303\u0304\u0305\u0306b", "Zaaaa\u0301\u0302\u0303b")]
    public void Clean_AName_KeepsWhatCanBeShown(string name, string expected) => Assert.Equal(expected, CardText.Clean(name, "Unknown"));

    private static CardFacts Facts(string[] names) => new(
        "March 2026", "Top tracks", IsDemo: false, 412, 1389.4, 173, 61, 9, [.. names.Select((name, place) => new CardLine(name, "Somebody", 21 - place, 4_487_000))], [0.2, 1, 0], new DateOnly(2026, 3, 31));

    private static List<XElement> Elements(string svg) => [.. XDocument.Parse(svg).Descendants()];

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)?.Value ?? "", CultureInfo.InvariantCulture);
}
