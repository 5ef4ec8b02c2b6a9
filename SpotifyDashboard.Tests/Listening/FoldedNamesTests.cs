using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Listening;

public sealed class FoldedNamesTests
{
    [Fact]
    public void Match_Names_TellsTheBestPlaceOfEach()
    {
        var names = FoldedNames.Of(["Rósa", "The Rose", "Prosa rosa", "primrose", "", "Other", "rose"]);

        Assert.Equal(
            [NameMatch.Prefix, NameMatch.WordStart, NameMatch.WordStart, NameMatch.Inside, NameMatch.None, NameMatch.None, NameMatch.Prefix],
            names.Match("ros"));
    }

    [Fact]
    public void Match_Everything_AndNothing()
    {
        Assert.Equal([NameMatch.Prefix, NameMatch.Prefix], FoldedNames.Of(["a", ""]).Match(""));
        Assert.Empty(FoldedNames.Of([]).Match("a"));
    }

    [Fact]
    public void Match_AnyNamesAndText_IsThatOfLookingAtEachNameAlone() =>
        Prop.ForAll(
            Gen.ListOf(Gen.Elements("", "a", "ab", "ba", "b a", "a b ab", "aab", "Å b", "\n", "a\nb", "aba ab")).ToArbitrary(),
            Gen.Elements("a", "ab", "b", "a b", "ba", "b a").ToArbitrary(),
            (names, text) => FoldedNames.Of(names).Match(text).SequenceEqual(names.Select(name => Alone(NameFold.Of(name), text))))
        .QuickCheckThrowOnFailure();

    private static NameMatch Alone(string name, string text) => name switch
    {
        _ when name.StartsWith(text, StringComparison.Ordinal) => NameMatch.Prefix,
        _ when Enumerable.Range(1, name.Length).Any(at => name.AsSpan(at).StartsWith(text, StringComparison.Ordinal) && !char.IsLetterOrDigit(name[at - 1])) => NameMatch.WordStart,
        _ when name.Contains(text, StringComparison.Ordinal) => NameMatch.Inside,
        _ => NameMatch.None,
    };
}
