using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Mail;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Narrative.Mail;

/// <summary>What a report says and what it can't be made to say.</summary>
public sealed partial class MailReportComposerTests
{
    private const string Hostile = "<script>alert(1)</script>\"'>&<img src=x onerror=1>\r\nBcc: all@example.org\u202Egnp.exe";

    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-US");

    [Fact]
    public void Both_Forms_TellTheSameFigures()
    {
        var draft = MailReportComposer.Compose(Report());

        Assert.Equal("Your week in music: 16 – 22 November 2026", draft.Subject);
        string[] told = ["1,204", "plays", "3 h 20 min", "12\u00A0% more than the week before", "Ärger & Co", "Slow Ferry", "Glass Harbour", "1. ", "A quiet week", "You played 1,204 tracks.", "All ferry.", "Thursday, 19 November: 900 plays"];
        foreach (var words in told)
        {
            Assert.Contains(words, draft.Text, StringComparison.Ordinal);
            Assert.Contains(words.Trim(' ', '.'), Shown(draft.Html), StringComparison.Ordinal);
        }

        foreach (var link in new[] { "https://music.example.org/stats?from=2026-11-16&to=2026-11-22", "https://music.example.org/story?from=2026-11-16&to=2026-11-22", "https://music.example.org/mail/unsubscribe?token=t" })
        {
            Assert.Contains(link, draft.Text, StringComparison.Ordinal);
            Assert.Contains($"href=\"{System.Net.WebUtility.HtmlEncode(link)}\"", draft.Html, StringComparison.Ordinal);
        }

        Assert.Contains("https://music.example.org/artists/7?", draft.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_LoadsNothing_AndHoldsNoScript()
    {
        var draft = MailReportComposer.Compose(Report());

        Assert.DoesNotMatch(Loading(), draft.Html);
        Assert.StartsWith("<!DOCTYPE html>", draft.Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", draft.Html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"color-scheme\" content=\"light dark\">", draft.Html, StringComparison.Ordinal);
        Assert.Contains("lang=\"de\"", draft.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_ThatAreMarkup_StayWords_InBothForms()
    {
        var plain = MailReportComposer.Compose(Report());
        var draft = MailReportComposer.Compose(Report(Hostile));

        Assert.Equal(TagsOf(plain.Html), TagsOf(draft.Html));
        Assert.DoesNotContain("<script", draft.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\u202E", draft.Html + draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Text.Split('\n'), static line => line.StartsWith("Bcc:", StringComparison.Ordinal));
        Assert.Equal(plain.Subject, draft.Subject);
    }

    [Fact]
    public void AnyName_LeavesTheShapeOfTheLetterAsItIs()
    {
        var shape = TagsOf(MailReportComposer.Compose(Report()).Html);
        var lines = MailReportComposer.Compose(Report()).Text.Split('\n').Length;
        Prop.ForAll(
            ArbMap.Default.ArbFor<string>(),
            name =>
            {
                var draft = MailReportComposer.Compose(Report(string.IsNullOrEmpty(name) ? " " : name));
                return TagsOf(draft.Html).SequenceEqual(shape) && draft.Text.Split('\n').Length == lines;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Month_IsComparedWithAStretchAsLongAsItself_AndHasARowPerDay()
    {
        var first = new DateOnly(2026, 10, 1);
        var days = Enumerable.Range(0, 31).Select(day => new CalendarDay(first.AddDays(day), day == 4 ? 0 : day + 1, 1)).ToList();
        var report = Report() with
        {
            Subject = new MailPeriod(MailRhythm.Monthly, new Period(first, first.AddDays(30)), default),
            Figures = Report().Figures with { Days = days },
            Culture = CultureInfo.GetCultureInfo("de-DE"),
        };

        var draft = MailReportComposer.Compose(report);

        Assert.Equal("Your month in music: October 2026", draft.Subject);
        Assert.Contains("more than the 31 days before", draft.Text, StringComparison.Ordinal);
        Assert.Contains("1.204 plays", draft.Text, StringComparison.Ordinal);
        Assert.Contains("One day without a play.", draft.Text, StringComparison.Ordinal);
        Assert.Equal(31, draft.Html.Split("class=\"bar\"").Length);
        Assert.Equal(31 + 3, draft.Html.Split("scope=\"row\"").Length - 1);
    }

    [Theory]
    [InlineData("2026-11-16", "16 – 22 November 2026")]
    [InlineData("2026-10-26", "26 October – 1 November 2026")]
    [InlineData("2026-12-28", "28 December 2026 – 3 January 2027")]
    public void Week_IsNamedAsPeopleSayIt(string monday, string words)
    {
        var first = DateOnly.ParseExact(monday, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(words, MailWords.Days(new MailPeriod(MailRhythm.Weekly, new Period(first, first.AddDays(6)), default)));
    }

    [Theory]
    [InlineData(new[] { 1, 5, 0 }, "Most on Tuesday, 17 November: 5 plays. One day without a play.")]
    [InlineData(new[] { 5, 5, 1 }, "Most on 2 days: 5 plays each.")]
    [InlineData(new[] { 1, 1, 1 }, "1 play on each day.")]
    public void Chart_CallsNoDayTheFirst_ThatSharesItsPlace(int[] plays, string finding)
    {
        var monday = new DateOnly(2026, 11, 16);

        Assert.Equal(finding, MailChart.Finding([.. plays.Select((count, day) => new CalendarDay(monday.AddDays(day), count, count))], s_english));
    }

    [Fact]
    public void Warning_OfAnOutage_KeepsTheServicesWordsHarmless()
    {
        var foot = Report().Foot with { IsThisMachineOnly = true };
        var draft = MailWarningComposer.Compose(new MailWarning.Silence(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero), Hostile, NeedsLogin: false), TimeZoneInfo.Utc, foot);

        Assert.DoesNotContain("<script", draft.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("20 November 2026 at 12:00", draft.Text, StringComparison.Ordinal);
        Assert.Contains("Links work only on the machine that runs the dashboard.", draft.Text, StringComparison.Ordinal);
        Assert.Contains("Links work only on the machine that runs the dashboard.", draft.Html, StringComparison.Ordinal);
    }

    private static MailReport Report(string? name = null)
    {
        var monday = new DateOnly(2026, 11, 16);
        int[] plays = [50, 40, 60, 900, 54, 50, 50];
        var summary = new Summary(1204, 200, 61, 12, 20, 3, 9, 0, new Summary(1075, 180, 61, 13, 20, 3, 9, 0, Previous: null));
        return new MailReport(
            new MailPeriod(MailRhythm.Weekly, new Period(monday, monday.AddDays(6)), default),
            new MailFigures(
                summary,
                [.. plays.Select((count, day) => new CalendarDay(monday.AddDays(day), count, count * 180_000L))],
                [new TopItem(1, null, "7", name ?? "Ärger & Co", null, 21, 1)],
                [new TopItem(1, null, "one", name ?? "Slow Ferry", name ?? "Glass Harbour", 9, 1), new TopItem(2, null, "name:3", "Another", "Band", 1, 1)]),
            new MailStory(name ?? "A quiet week", name ?? "You played 1,204 tracks.", "All ferry.", "de", "Written by the dashboard itself."),
            s_english,
            new MailFoot("https://music.example.org", new Uri("https://music.example.org/mail/unsubscribe?token=t"), IsThisMachineOnly: false));
    }

    private static List<string> TagsOf(string html) => [.. Tag().Matches(html).Select(static tag => tag.Groups["name"].Value)];

    private static string Shown(string html) => System.Net.WebUtility.HtmlDecode(Tag().Replace(html, " "));

    [GeneratedRegex("<(?<name>/?[a-zA-Z][a-zA-Z0-9]*)[^<>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<(script|img|link|iframe|object|embed|video|audio|form)\b|\bsrc=|url\(|@import|\son\w+=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Loading();
}
