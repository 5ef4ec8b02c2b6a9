using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Survey.Columns;

namespace SpotifyDashboard.Tests.Survey.Columns;

/// <summary>What is made of ages, hours and times as people write them.</summary>
public sealed class AnswerReadingTests
{
    private static readonly TimeZoneInfo s_berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("21", 21)]
    [InlineData("21.0", 21)]
    [InlineData("21 years old", 21)]
    [InlineData("I'm 21", 21)]
    [InlineData("1998", 21)]
    [InlineData("35 Jahre", 35)]
    [InlineData("27.08.1998", 21)]
    public void Age_WrittenPlainly_IsRead(string text, int expected) => Assert.Equal(expected, AgeReader.Read(text, 2019, out _));

    [Theory]
    [InlineData("twenty")]
    [InlineData("18-24")]
    [InlineData("3")]
    [InlineData("121")]
    [InlineData("2021")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    public void Age_ThatIsNone_IsUnknownWithAReason(string text)
    {
        Assert.Null(AgeReader.Read(text, 2019, out var problem));
        Assert.NotNull(problem);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("2,5", 2.5)]
    [InlineData("2-3", 2.5)]
    [InlineData("2 – 3 hours", 2.5)]
    [InlineData("2 to 4 hours per day", 3)]
    [InlineData("1h30", 1.5)]
    [InlineData("1:30", 1.5)]
    [InlineData("1 hour 30 minutes", 1.5)]
    [InlineData("about 4", 4)]
    [InlineData("~4h", 4)]
    [InlineData("ca. 3 Stunden", 3)]
    [InlineData("4+", 4)]
    [InlineData("45 min", .75)]
    [InlineData("30-60 minutes", .75)]
    [InlineData("half an hour", .5)]
    [InlineData("2 1/2", 2.5)]
    [InlineData("2 and a half hours", 2.5)]
    [InlineData("less than 1", .5)]
    [InlineData("0", 0)]
    [InlineData("24", 24)]
    public void Hours_WrittenPlainly_AreRead(string text, double expected) => Assert.Equal(expected, HoursReader.Read(text, out _));

    [Theory]
    [InlineData("all day")]
    [InlineData("25")]
    [InlineData("3-Feb")]
    [InlineData("20 to 40")]
    [InlineData("depends")]
    [InlineData("-2")]
    public void Hours_ThatAreNone_AreUnknownWithAReason(string text)
    {
        Assert.Null(HoursReader.Read(text, out var problem));
        Assert.NotNull(problem);
    }

    [Theory]
    [InlineData("8/27/19 20:22", "2019-08-27T18:22:00Z")]
    [InlineData("8/27/2019 8:22:05 PM", "2019-08-27T18:22:05Z")]
    [InlineData("2019/08/27 8:22:14 PM GMT+2", "2019-08-27T18:22:14Z")]
    [InlineData("2019-08-27T20:22:00+05:30", "2019-08-27T14:52:00Z")]
    [InlineData("2019-08-27 20:22:00", "2019-08-27T18:22:00Z")]
    [InlineData("2019-08-27T18:22:00.123Z", "2019-08-27T18:22:00Z")]
    [InlineData("8/27/19", "2019-08-26T22:00:00Z")]
    [InlineData("45980.351875", "2025-11-19T07:26:42Z")]
    public void Timestamp_OfAForm_IsReadInItsZone(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), new TimestampReader(DateOrder.MonthFirst, s_berlin).Read(text));

    [Theory]
    [InlineData("31/31/19 20:22")]
    [InlineData("8/27/19 25:22")]
    [InlineData("yesterday")]
    [InlineData("2/30/2020")]
    [InlineData("2019-08-27T20:22:00+99:00")]
    [InlineData("1e300")]
    public void Timestamp_ThatIsNone_IsUnknown(string text) => Assert.Null(new TimestampReader(DateOrder.MonthFirst, s_berlin).Read(text));

    [Fact]
    public void Order_OfDayAndMonth_IsThatOfTheWholeColumn()
    {
        Assert.Equal(DateOrder.DayFirst, TimestampReader.OrderOf(["01/02/2020", "27/08/2019 10:00"]));
        Assert.Equal(DateOrder.MonthFirst, TimestampReader.OrderOf(["01/02/2020", "8/27/19 20:22"]));
        Assert.Equal(DateOrder.DayFirst, TimestampReader.OrderOf(["01.02.2020 10:00:00"]));
        Assert.Equal(DateOrder.MonthFirst, TimestampReader.OrderOf(["1/2/2020"]));
    }

    [Fact]
    public void Timestamp_TheClocksLeftOutOrShowedTwice_IsOneMoment()
    {
        var reader = new TimestampReader(DateOrder.DayFirst, s_berlin);

        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), reader.Read("29.03.2026 02:30:00"));
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), reader.Read("25.10.2026 02:30:00"));
    }

    [Fact]
    public void Serial_OfAnyMoment_ComesBackToTheSecond()
    {
        var moments = Gen.Choose(0, 2_000_000_000).Select(second => DateTimeOffset.FromUnixTimeSeconds(second)).ToArbitrary();
        var reader = new TimestampReader(DateOrder.MonthFirst, TimeZoneInfo.Utc);

        Prop.ForAll(moments, moment =>
        {
            var days = (moment.UtcDateTime - new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Utc)).TotalDays;
            return reader.Read(days.ToString("R", System.Globalization.CultureInfo.InvariantCulture)) == moment;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Answers_OfAnyText_NeverThrowAndStayInTheirBounds() => Prop.ForAll<string>(text =>
    {
        var clean = CellText.Clean(text ?? "");
        var age = clean.Length == 0 ? null : AgeReader.Read(clean, 2026, out _);
        var hours = clean.Length == 0 ? null : HoursReader.Read(clean, out _);
        _ = new TimestampReader(DateOrder.DayFirst, s_berlin).Read(clean);
        return clean == CellText.Clean(clean) && age is null or (>= AgeReader.Youngest and <= AgeReader.Oldest) && hours is null or (>= 0 and <= 24);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(" Glass\r\n Harbour\0 ", "Glass Harbour")]
    [InlineData("#N/A", "")]
    [InlineData("\u200B", "")]
    [InlineData("a  b", "a b")]
    public void Cell_WithOddCharacters_IsOnePlainLine(string cell, string expected) => Assert.Equal(expected, CellText.Clean(cell));

    [Fact]
    public void Cell_WithAnAddress_LosesIt() => Assert.Equal("ask or call", CellText.WithoutMail("ask ada.b+x@example.co.uk or call"));

    [Theory]
    [InlineData("Lord Los Angeles", "LLA")]
    [InlineData("åsa", "Å")]
    [InlineData("'Lil Wayne Carter Jr", "LWC")]
    [InlineData("!!!", "")]
    public void Name_IsShownAsInitials(string name, string expected) => Assert.Equal(expected, NameGuise.InitialsOf(name));
}
