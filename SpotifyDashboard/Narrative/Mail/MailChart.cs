using System.Globalization;
using System.Text;
using SpotifyDashboard.Statistics;
using static SpotifyDashboard.Narrative.Mail.MailWords;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Plays per day as a chart of table cells, and as one of letters.</summary>
internal static class MailChart
{
    private const int Letters = 24;

    /// <summary>The most days that get a generous row each.</summary>
    private const int FewDays = 10;

    /// <summary>A table with a row per day: its name, a bar, its plays. It reads as a table where nothing is drawn.</summary>
    public static string Html(IReadOnlyList<CalendarDay> days, CultureInfo culture)
    {
        var most = Most(days);
        var isTight = days.Count > FewDays;
        var (size, gap) = isTight ? ("12px", "1px") : ("14px", "3px");
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""<table width="100%" cellpadding="0" cellspacing="0" border="0" style="font-size:{size};line-height:1.3"><thead><tr>""")
            .Append(Head("Day", "left", "22%")).Append(Head("Plays", "left", "66%"))
            .Append("""<td width="12%" style="font-size:0">&nbsp;</td></tr></thead><tbody>""");
        foreach (var day in days)
        {
            html.Append(CultureInfo.InvariantCulture, $"""<tr><th scope="row" align="left" class="muted" style="padding:{gap} 8px {gap} 0;font-weight:400;white-space:nowrap;{MailFrame.Muted}">{Written(day.Date, isTight ? "ddd d" : "ddd d MMM")}</th>""")
                .Append(CultureInfo.InvariantCulture, $"""<td style="padding:{gap} 0">{Bar(day.Plays, most, isTight)}</td>""")
                .Append(CultureInfo.InvariantCulture, $"""<td align="right" class="ink" style="padding:{gap} 0 {gap} 8px;{MailFrame.Ink}">{Number(day.Plays, culture)}</td></tr>""");
        }

        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>A line per day.</summary>
    public static string Text(IReadOnlyList<CalendarDay> days, CultureInfo culture)
    {
        var most = Most(days);
        return string.Join('\n', days.Select(day =>
            $"{Written(day.Date, "ddd dd MMM")}  {new string('█', (int)Math.Round((double)day.Plays / most * Letters, MidpointRounding.AwayFromZero))} {Number(day.Plays, culture)}"));
    }

    /// <summary>What the chart shows, in a sentence.</summary>
    public static string Finding(IReadOnlyList<CalendarDay> days, CultureInfo culture)
    {
        var best = days.Count == 0 ? 0 : days.Max(static day => day.Plays);
        var leaders = days.Where(day => day.Plays == best).ToList();
        var silent = days.Count(static day => day.Plays == 0);
        var most = leaders switch
        {
            [] => "",
            [var leader] => $"Most on {Written(leader.Date, "dddd, d MMMM")}: {Plays(best, culture)}.",
            _ when leaders.Count == days.Count => $"{Plays(best, culture)} on each day.",
            _ => $"Most on {Number(leaders.Count, culture)} days: {Plays(best, culture)} each.",
        };
        return silent == 0 ? most : $"{most} {(silent == 1 ? "One day" : $"{Number(silent, culture)} days")} without a play.";
    }

    private static int Most(IReadOnlyList<CalendarDay> days) => Math.Max(1, days.Count == 0 ? 1 : days.Max(static day => day.Plays));

    private static string Head(string text, string align, string width) =>
        $"""<th scope="col" width="{width}" align="{align}" class="muted" style="padding-bottom:4px;font-weight:600;{MailFrame.Muted}">{text}</th>""";

    /// <summary>A bar as wide as its share of the longest; a single play can still be seen.</summary>
    private static string Bar(int plays, int most, bool isTight)
    {
        var width = plays == 0 ? 0 : Math.Max(1, (int)Math.Round(100.0 * plays / most, MidpointRounding.AwayFromZero));
        var height = isTight ? 10 : 16;
        return width == 0
            ? "&nbsp;"
            : string.Create(CultureInfo.InvariantCulture, $"""<table role="presentation" width="{width}%" cellpadding="0" cellspacing="0" border="0"><tr><td class="bar" height="{height}" style="height:{height}px;line-height:{height}px;font-size:1px;background-color:#c5393d;border-radius:3px">&nbsp;</td></tr></table>""");
    }
}
