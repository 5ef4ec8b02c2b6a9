using System.Globalization;
using System.Text;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;
using static SpotifyDashboard.Narrative.Mail.MailWords;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Writes a report: story, tiles, chart and top lists, as HTML and as text that says the same. Pure.</summary>
internal static class MailReportComposer
{
    /// <summary>The letter.</summary>
    public static MailDraft Compose(MailReport report)
    {
        var stretch = Stretch(report);
        var subject = $"Your {stretch} in music: {Days(report.Subject)}";
        var query = QueryOf(report.Subject.Period);
        var figures = report.Figures;
        var heading = $"Your {stretch} in music";
        var tiles = Tiles(report);
        var html = new StringBuilder()
            .Append(MailFrame.Row(TilesHtml(tiles)))
            .Append(report.Story is { } story ? MailFrame.Row(StoryHtml(story, report.Foot.AddressOf($"/story?{query}"))) : "")
            .Append(MailFrame.Row(MailFrame.Heading("Plays per day")
                + $"""<p class="muted" style="margin:0 0 12px;{MailFrame.Muted}">{Html(MailChart.Finding(figures.Days, report.Culture))}</p>"""
                + MailChart.Html(figures.Days, report.Culture)))
            .Append(ListHtml("Your top artists", figures.Artists, "artists", query, report))
            .Append(ListHtml("Your top tracks", figures.Tracks, "tracks", query, report))
            .Append(MailFrame.Row(MailFrame.Button($"Open your {stretch}", report.Foot.AddressOf($"/stats?{query}"))));
        var preview = string.Join(", ", tiles.Take(2).Select(static tile => $"{tile.Figure} {tile.Label}"));
        return new MailDraft(
            subject,
            MailFrame.Html(subject, preview, heading, Days(report.Subject), html.ToString(), report.Foot),
            MailFrame.Text(heading, Days(report.Subject), Text(report, tiles, stretch, query), report.Foot));
    }

    private static string Stretch(MailReport report) => report.Subject.Rhythm == MailRhythm.Monthly ? "month" : "week";

    private static IReadOnlyList<(string Figure, string Label, string? Change)> Tiles(MailReport report)
    {
        var (now, before, culture) = (report.Figures.Summary, report.Figures.Summary.Previous, report.Culture);

        // What a period is compared with is as long as itself: not the month before, which may be shorter.
        var days = report.Subject.Last.DayNumber - report.Subject.First.DayNumber + 1;
        var stretch = report.Subject.Rhythm == MailRhythm.Monthly ? $"{Number(days, culture)} days" : "week";
        return
        [
            (Number(now.Plays, culture), now.Plays == 1 ? "play" : "plays", Change(now.Plays, before?.Plays, stretch, culture)),
            (Time(now.Minutes, culture), "of music", Change(now.Minutes, before?.Minutes, stretch, culture)),
            (Number(now.Tracks, culture), now.Tracks == 1 ? "track" : "different tracks", Change(now.Tracks, before?.Tracks, stretch, culture)),
            (Number(now.Artists, culture), now.Artists == 1 ? "artist" : "different artists", Change(now.Artists, before?.Artists, stretch, culture)),
        ];
    }

    private static string TilesHtml(IReadOnlyList<(string Figure, string Label, string? Change)> tiles)
    {
        var html = new StringBuilder("""<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed">""");
        foreach (var pair in tiles.Chunk(2))
        {
            html.Append("<tr>").Append(Tile(pair[0])).Append("""<td width="12" style="font-size:0">&nbsp;</td>""").Append(Tile(pair[1])).Append("</tr>")
                .Append("""<tr><td colspan="3" height="12" style="height:12px;line-height:12px;font-size:0">&nbsp;</td></tr>""");
        }

        return html.Append("</table>").ToString();
    }

    private static string Tile((string Figure, string Label, string? Change) tile) =>
        $"""
        <td class="tile" valign="top" style="padding:14px 16px;background-color:#f6f4f2;border-radius:10px">
        <p class="figure ink" style="margin:0;font-size:24px;line-height:1.2;font-weight:700;{MailFrame.Ink}">{Html(tile.Figure)}</p>
        <p class="ink" style="margin:2px 0 0;font-size:14px;{MailFrame.Ink}">{Html(tile.Label)}</p>
        {(tile.Change is { } change ? $"""<p class="muted" style="margin:2px 0 0;font-size:13px;{MailFrame.Muted}">{Html(change)}</p>""" : "")}
        </td>
        """;

    private static string StoryHtml(MailStory story, string address) =>
        $"""
        <div lang="{Html(story.Language)}" dir="auto">
        {MailFrame.Heading(story.Title)}
        <p class="ink" style="margin:0;{MailFrame.Ink}">{Html(story.Description)}</p>
        {(story.Roast.Length == 0 ? "" : $"""<p class="ink quote" style="margin:12px 0 0;padding-left:12px;border-left:3px solid #c5393d;{MailFrame.Ink}">{Html(story.Roast)}</p>""")}
        </div>
        <p class="muted" style="margin:12px 0 0;font-size:13px;{MailFrame.Muted}">{Html(story.Source)} <a class="link" href="{Html(address)}" style="{MailFrame.Link}">See what each sentence stands on</a>.</p>
        """;

    private static string ListHtml(string heading, IReadOnlyList<TopItem> items, string kind, string query, MailReport report)
    {
        if (items.Count == 0)
        {
            return "";
        }

        var html = new StringBuilder(MailFrame.Heading(heading)).Append("""<table width="100%" cellpadding="0" cellspacing="0" border="0"><tbody>""");
        foreach (var item in items)
        {
            var address = report.Foot.AddressOf($"/{kind}/{Uri.EscapeDataString(item.Id)}?{query}");
            var artist = item.Artist is { Length: > 0 } by ? $"""<br><span class="muted" style="font-size:13px;{MailFrame.Muted}"><bdi>{Html(Name(by))}</bdi></span>""" : "";
            html.Append(CultureInfo.InvariantCulture, $"""<tr><td class="muted line" width="28" valign="top" style="padding:8px 0;border-bottom:1px solid #e2ddd8;{MailFrame.Muted}">{item.Rank}</td>""")
                .Append(CultureInfo.InvariantCulture, $"""<th scope="row" align="left" class="ink line" style="padding:8px 12px 8px 0;border-bottom:1px solid #e2ddd8;font-weight:400;overflow-wrap:anywhere;{MailFrame.Ink}"><a class="link" href="{Html(address)}" style="{MailFrame.Link}"><bdi>{Html(Name(item.Name))}</bdi></a>{artist}</th>""")
                .Append(CultureInfo.InvariantCulture, $"""<td class="ink line" align="right" valign="top" style="padding:8px 0;border-bottom:1px solid #e2ddd8;white-space:nowrap;{MailFrame.Ink}">{Html(Plays(item.Plays, report.Culture))}</td></tr>""");
        }

        return MailFrame.Row(html.Append("</tbody></table>").ToString());
    }

    private static string Text(MailReport report, IReadOnlyList<(string Figure, string Label, string? Change)> tiles, string stretch, string query)
    {
        var text = new StringBuilder();
        foreach (var (figure, label, change) in tiles)
        {
            text.Append(figure).Append(' ').Append(label).Append(change is null ? "" : $" ({change})").Append('\n');
        }

        if (report.Story is { } story)
        {
            text.Append('\n').Append(OneLine(story.Title)).Append("\n\n").Append(OneLine(story.Description)).Append('\n')
                .Append(story.Roast.Length == 0 ? "" : $"\n{OneLine(story.Roast)}\n")
                .Append('\n').Append(OneLine(story.Source)).Append(" See what each sentence stands on:\n").Append(report.Foot.AddressOf($"/story?{query}")).Append('\n');
        }

        text.Append("\nPlays per day\n").Append(MailChart.Finding(report.Figures.Days, report.Culture)).Append("\n\n").Append(MailChart.Text(report.Figures.Days, report.Culture)).Append('\n');
        AppendList(text, "Your top artists", report.Figures.Artists, report.Culture);
        AppendList(text, "Your top tracks", report.Figures.Tracks, report.Culture);
        return text.Append('\n').Append(CultureInfo.InvariantCulture, $"Open your {stretch}: {report.Foot.AddressOf($"/stats?{query}")}").ToString();
    }

    private static void AppendList(StringBuilder text, string heading, IReadOnlyList<TopItem> items, CultureInfo culture)
    {
        if (items.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(heading).Append('\n');
        foreach (var item in items)
        {
            var by = item.Artist is { Length: > 0 } artist ? $", {Name(artist)}" : "";
            text.Append(CultureInfo.InvariantCulture, $"{item.Rank}. {Name(item.Name)}{by}: {Plays(item.Plays, culture)}").Append('\n');
        }
    }
}
