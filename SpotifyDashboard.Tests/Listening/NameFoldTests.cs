using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Listening;

public sealed class NameFoldTests
{
    [Theory]
    [InlineData("Beyoncé", "beyonce")]
    [InlineData("SIGUR RÓS", "sigur ros")]
    [InlineData("Straße", "strasse")]
    [InlineData("Mø & Ærø", "mo & aero")]
    [InlineData("Don’t “Stop” – Now", "don't \"stop\" - now")]
    [InlineData("  two \t\n spaces ", "two spaces")]
    [InlineData("Ｆｕｌｌｗｉｄｔｈ ①", "fullwidth 1")]
    [InlineData("İstanbul ılık", "istanbul ilik")]
    [InlineData("ΟΔΥΣΣΕΥΣ Οδυσσεύς", "οδυσσευσ οδυσσευσ")]
    [InlineData("\u202Eevil\u202C", "evil")]
    [InlineData("a\u0301\u0302", "a")]
    [InlineData("\u200B \u00AD", "")]
    [InlineData("🎵 Café", "🎵 cafe")]
    [InlineData("فيروز", "فيروز")]
    public void Of_Name_IsWhatAKeyboardTypes(string name, string folded) => Assert.Equal(folded, NameFold.Of(name));

    [Fact]
    public void Of_LoneSurrogate_KeepsTheRest() => Assert.Equal("half \ud83d a", NameFold.Of("Half \ud83d A"));

    [Fact]
    public void Of_AnyText_FoldedTwiceChangesNothing() =>
        Prop.ForAll<string?>(name => NameFold.Of(NameFold.Of(name ?? "")) == NameFold.Of(name ?? "")).QuickCheckThrowOnFailure();
}
