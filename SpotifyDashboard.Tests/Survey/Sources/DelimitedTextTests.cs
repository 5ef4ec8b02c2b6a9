using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Survey.Sources;

namespace SpotifyDashboard.Tests.Survey.Sources;

public sealed class DelimitedTextTests
{
    [Theory]
    [InlineData(',', "\n")]
    [InlineData(';', "\r\n")]
    [InlineData('\t', "\r")]
    [InlineData('|', "\n")]
    public void Rows_ThatWereWritten_AreReadAgain(char delimiter, string lineEnd)
    {
        var cells = Gen.Elements("", "a", "Song, with comma", "two\nlines", "a \"quoted\" word", "tab\there", "semi;colon", "é🎵", "bar|re", "\r", "=1+1").ArrayOf(3);
        var tables = cells.Where(row => row.Any(cell => cell.Trim().Length > 0)).ListOf().ToArbitrary();

        Prop.ForAll(tables, rows =>
        {
            string[][] all = [["One", "Two", "Three"], .. rows];
            var text = string.Join(lineEnd, all.Select(row => string.Join(delimiter, row.Select(Quoted))));
            var table = DelimitedText.Read("t", text);
            return table.Rows.Count == rows.Count && table.Read == rows.Count && table.Rows.Zip(rows).All(pair => pair.First.SequenceEqual(pair.Second, StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Text_OfAnyKind_BalancesOrIsRefusedWithASentence() => Prop.ForAll(Gen.Elements("a", "\"", ",", "\r", "\n", "\0", "\t", ";", " ", "<html", "é").ListOf().Select(string.Concat).ToArbitrary(), text =>
    {
        try
        {
            var table = DelimitedText.Read("t", text);
            return table.Read == table.Rows.Count + table.Empty + table.Malformed.Values.Sum();
        }
        catch (SurveyException refused)
        {
            return refused.Message.EndsWith('.');
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Quote_ThatIsNeverClosed_CostsItsRowOnly()
    {
        var table = DelimitedText.Read("t", "Name,Song\nAda,One\n\"Bo,Two\nCy,Three\n");

        Assert.Equal(["Ada", "Cy"], table.Rows.Select(row => row[0]));
        Assert.Equal((3, 1), (table.Read, Assert.Single(table.Malformed).Value));
    }

    [Fact]
    public void Rows_ThatAreRaggedEmptyOrTooLong_AreAccountedFor()
    {
        var table = DelimitedText.Read("t", "Name,Song,,\nAda\n,,\n\nBo,Two,,extra\nCy,Three,,,,\n");

        Assert.Equal([["Ada"], ["Cy", "Three"]], table.Rows);
        Assert.Equal((5, 2, "more answers than columns"), (table.Read, table.Empty, Assert.Single(table.Malformed).Key));
    }

    [Fact]
    public void LineEnds_OfDifferentKinds_MayMix()
    {
        var table = DelimitedText.Read("t", "Name,Song\rAda,\"two\nlines\"\r\nBo,Two\rCy,Three");

        Assert.Equal(["Ada", "Bo", "Cy"], table.Rows.Select(row => row[0]));
        Assert.Equal("two\nlines", table.Rows[0][1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>")]
    [InlineData("  <html lang=de>")]
    public void Text_ThatIsNoTable_IsRefused(string text) => Assert.Throws<SurveyException>(() => DelimitedText.Read("t", text));

    [Fact]
    public void Header_Alone_IsASurveyWithoutAnswers() => Assert.Empty(DelimitedText.Read("t", "Name,Song").Rows);

    [Fact]
    public void Bytes_OfAnyEncoding_BecomeTheText()
    {
        const string Text = "Name,Song\nÅsa,Blå\n";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Equal(Text, TextDecoding.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]));
            Assert.Equal(Text, TextDecoding.Decode(encoding.GetBytes(Text)));
        }

        Assert.Equal(Text, TextDecoding.Decode(Encoding.Latin1.GetBytes(Text)));
    }

    [Fact]
    public void Table_OfAHundredThousandRows_IsRead()
    {
        var text = new StringBuilder("Timestamp,Name,Song\n");
        for (var i = 0; i < 100_000; i++)
        {
            text.Append("8/27/19 20:22,Ada ").Append(i).Append(",\"One, two\"\n");
        }

        text.Append("8/27/19 20:22,Bo,").Append('x', 2_000_000).Append('\n');

        Assert.Equal(100_001, DelimitedText.Read("t", text.ToString()).Rows.Count);
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
