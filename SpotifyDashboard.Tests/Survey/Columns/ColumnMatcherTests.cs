using SpotifyDashboard.Survey.Columns;

namespace SpotifyDashboard.Tests.Survey.Columns;

public sealed class ColumnMatcherTests
{
    private static readonly Dictionary<string, string> s_none = [];

    [Fact]
    public void Headers_OfTheContract_AreThemselves()
    {
        string[] headers = ["timestamp", "name", "age", "major", "year", "hometown", "favorite_song", "artist", "hours_per_day", "listening_time"];

        var mapping = ColumnMatcher.Match(headers, s_none);

        Assert.Equal(headers, mapping.Columns.Select(column => column.Field is { } field ? SurveyFields.KeyOf(field) : null));
        Assert.All(mapping.Columns, column => Assert.Null(column.Remark));
    }

    [Theory]
    [InlineData("Zeitstempel", SurveyField.Timestamp)]
    [InlineData("Tidsstämpel", SurveyField.Timestamp)]
    [InlineData("Marca temporal", SurveyField.Timestamp)]
    [InlineData("Horodateur", SurveyField.Timestamp)]
    [InlineData("What is your name?", SurveyField.Name)]
    [InlineData("What was your pseudonym?", SurveyField.Name)]
    [InlineData("NOMBRE", SurveyField.Name)]
    [InlineData("How old are you?", SurveyField.Age)]
    [InlineData("Age (years)", SurveyField.Age)]
    [InlineData("Year you were born (YYYY)", SurveyField.Age)]
    [InlineData("Geburtsjahr", SurveyField.Age)]
    [InlineData("What's your major?", SurveyField.Major)]
    [InlineData("Studiengang", SurveyField.Major)]
    [InlineData("Field of study:", SurveyField.Major)]
    [InlineData("Academic Year", SurveyField.Year)]
    [InlineData("Which year are you in?", SurveyField.Year)]
    [InlineData("Where are you from?", SurveyField.Hometown)]
    [InlineData("Hemstad", SurveyField.Hometown)]
    [InlineData("What is your favourite song?", SurveyField.FavoriteSong)]
    [InlineData("Title of your favorite song", SurveyField.FavoriteSong)]
    [InlineData("Favorite song and artist", SurveyField.FavoriteSong)]
    [InlineData("Lieblingslied", SurveyField.FavoriteSong)]
    [InlineData("Canción favorita", SurveyField.FavoriteSong)]
    [InlineData("Artist of your favorite song", SurveyField.Artist)]
    [InlineData("Künstler", SurveyField.Artist)]
    [InlineData("Band / Interpret", SurveyField.Artist)]
    [InlineData("How many hours a day do you listen to music?", SurveyField.HoursPerDay)]
    [InlineData("Wie viele Stunden pro Tag hörst du Musik?", SurveyField.HoursPerDay)]
    [InlineData("When do you usually listen to music?", SurveyField.ListeningTime)]
    [InlineData("Link to song (on Youtube or Vimeo)", SurveyField.SongLink)]
    public void Header_OfARealForm_IsFound(string header, SurveyField expected)
    {
        Assert.Equal(expected, Assert.Single(ColumnMatcher.Match([header], s_none).Columns).Field);
    }

    [Theory]
    [InlineData("Sex")]
    [InlineData("Which musical instruments/talents do you play? (Select all that apply)")]
    [InlineData("How many hours do you sleep per day?")]
    [InlineData("Arctic Monkeys Arabella")]
    [InlineData("Matisyahu\tOne Day")]
    [InlineData("Which genre do you like most?")]
    [InlineData("")]
    [InlineData("???")]
    public void Header_OfSomethingElse_StaysUnmatched(string header)
    {
        var column = Assert.Single(ColumnMatcher.Match([header], s_none).Columns);

        Assert.Null(column.Field);
        Assert.False(column.IsPrivate);
    }

    [Fact]
    public void Song_BesideALinkToIt_IsTheSong()
    {
        var mapping = ColumnMatcher.Match(["Link to song", "Artist", "Song"], s_none);

        Assert.Equal((2, 1, 0), (mapping.IndexOf(SurveyField.FavoriteSong), mapping.IndexOf(SurveyField.Artist), mapping.IndexOf(SurveyField.SongLink)));
    }

    [Theory]
    [InlineData("Email Address")]
    [InlineData("E-Mail")]
    [InlineData("Username")]
    [InlineData("Phone number")]
    public void Column_ThatGivesPeopleAway_IsPrivate(string header)
    {
        var column = ColumnMatcher.Match(["Name", header], s_none).Columns[1];

        Assert.True(column.IsPrivate);
        Assert.NotNull(column.Remark);
    }

    [Fact]
    public void Name_InASecondColumn_IsPrivate()
    {
        var mapping = ColumnMatcher.Match(["First name", "Last name", "Song"], s_none);

        Assert.Equal(SurveyField.Name, mapping.Columns[0].Field);
        Assert.True(mapping.Columns[1].IsPrivate);
    }

    [Fact]
    public void Headers_ThatCouldBothBeMeant_AreSaid()
    {
        var mapping = ColumnMatcher.Match(["Song", "Track"], s_none);

        Assert.Equal(SurveyField.FavoriteSong, mapping.Columns[0].Field);
        Assert.Contains("Track", mapping.Columns[0].Remark, StringComparison.Ordinal);
        Assert.Null(mapping.Columns[1].Field);
    }

    [Fact]
    public void Choice_OfTheOwner_GoesBeforeTheGuess_AndHoldsWhenColumnsMove()
    {
        var choices = new Dictionary<string, string> { ["track"] = "favorite_song", ["song #2"] = "none" };

        var before = ColumnMatcher.Match(["Song", "Track", "Song"], choices);
        var after = ColumnMatcher.Match(["New question", "Track", "Song", "Song"], choices);

        Assert.Equal([null, SurveyField.FavoriteSong, null], before.Columns.Select(column => column.Field));
        Assert.Equal((1, true), (after.IndexOf(SurveyField.FavoriteSong), after.Columns[1].IsChosen));
        Assert.True(after.Columns[3].IsChosen);
    }
}
