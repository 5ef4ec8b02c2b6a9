using static SpotifyDashboard.Narrative.Mail.MailWords;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>The sheet that every letter is written on: tables and inline styles alone, 600 pixels, light and dark, nothing loaded.</summary>
internal static class MailFrame
{
    public const string Font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

    /// <summary>Ink and paper in the light; the classes change them in the dark, where the mail program knows how.</summary>
    public const string Ink = "color:#1b1e27", Muted = "color:#575d6b", Link = "color:#b52f34";

    private const string Style =
        """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        body { margin: 0; }
        .h1 { overflow-wrap: anywhere; }
        @media (max-width: 480px) {
          .sheet, .foot { padding-left: 20px !important; padding-right: 20px !important; }
          .figure { font-size: 20px !important; }
          .outer { padding-left: 8px !important; padding-right: 8px !important; }
        }
        @media (prefers-color-scheme: dark) {
          body, .page { background-color: #0e1117 !important; }
          .sheet { background-color: #262730 !important; }
          .tile, .sunken { background-color: #1c1e26 !important; }
          .ink, .h1, .h2 { color: #eef0f5 !important; }
          .muted { color: #b3b8c6 !important; }
          .link { color: #ff8a8a !important; }
          .line { border-color: #343641 !important; }
          .quote { border-color: #ff6b6b !important; }
          .bar { background-color: #ff6b6b !important; }
          .button { background-color: #ff6b6b !important; }
          .button a { color: #0e1117 !important; }
        }
        """;

    /// <summary>A whole document.</summary>
    /// <param name="subject">The subject, which is the document's title.</param>
    /// <param name="preview">What mail programs show beside the subject.</param>
    /// <param name="heading">The heading, plain text.</param>
    /// <param name="under">What stands under it, plain text.</param>
    /// <param name="rows">Table rows of the body, already HTML.</param>
    /// <param name="foot">Where its links lead.</param>
    public static string Html(string subject, string preview, string heading, string under, string rows, MailFoot foot) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en" dir="ltr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
        <title>{{MailWords.Html(subject)}}</title>
        <style>
        {{Style}}
        </style>
        </head>
        <body style="margin:0;padding:0;background-color:#f6f4f2">
        <div style="display:none;max-height:0;overflow:hidden">{{MailWords.Html(preview)}}</div>
        <div role="main" class="page" style="background-color:#f6f4f2">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="outer" align="center" style="padding:24px 12px">
        <table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr><td class="sheet" style="padding:32px 32px 4px;background-color:#ffffff;border-radius:12px;{{Font}};font-size:15px;line-height:1.5;{{Ink}}">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
        <tr><td style="padding-bottom:24px">
        <p class="muted" style="margin:0 0 8px;font-size:13px;{{Muted}}">Spotify Dashboard</p>
        <h1 class="h1" style="margin:0;font-size:28px;line-height:1.2;font-weight:700;letter-spacing:-0.015em;{{Ink}}">{{MailWords.Html(heading)}}</h1>
        <p class="muted" style="margin:4px 0 0;{{Muted}}">{{MailWords.Html(under)}}</p>
        </td></tr>
        {{rows}}
        </table>
        </td></tr></table>
        <table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr><td class="foot muted" style="padding:20px 32px;{{Font}};font-size:13px;line-height:1.5;{{Muted}}">
        <p style="margin:0">{{(foot.IsThisMachineOnly ? "Links work only on the machine that runs the dashboard. " : "")}}You get this mail because you asked your own dashboard for it. <a class="link" href="{{MailWords.Html(foot.Unsubscribe.AbsoluteUri)}}" style="{{Link}}">End these mails</a> or <a class="link" href="{{MailWords.Html(foot.AddressOf("/story/settings"))}}" style="{{Link}}">change how often they come</a>.</p>
        <p style="margin:8px 0 0">Figures come from your stored plays; nothing in this mail is loaded from elsewhere or tells that you read it. Not affiliated with Spotify.</p>
        </td></tr></table>
        </td></tr></table>
        </div>
        </body>
        </html>
        """;

    /// <summary>A plain text letter.</summary>
    public static string Text(string heading, string under, string body, MailFoot foot) =>
        $"""
        {OneLine(heading)}
        {OneLine(under)}

        {body.Trim()}

        --
        You get this mail because you asked your own dashboard for it.
        {(foot.IsThisMachineOnly ? "Links work only on the machine that runs the dashboard.\n" : "")}End these mails: {foot.Unsubscribe.AbsoluteUri}
        Change how often they come: {foot.AddressOf("/story/settings")}
        Not affiliated with Spotify.

        """;

    /// <summary>A heading of a part of the letter.</summary>
    public static string Heading(string text) =>
        $"""<h2 class="h2" style="margin:0 0 8px;font-size:17px;line-height:1.3;font-weight:650;{Ink}">{MailWords.Html(text)}</h2>""";

    /// <summary>A row of the sheet.</summary>
    public static string Row(string html) => $"""<tr><td style="padding-bottom:28px">{html}</td></tr>""";

    /// <summary>A link that looks like a button.</summary>
    public static string Button(string text, string address) =>
        $"""
        <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="button" style="background-color:#c5393d;border-radius:12px">
        <a href="{MailWords.Html(address)}" style="display:inline-block;padding:12px 20px;font-weight:600;text-decoration:none;color:#ffffff">{MailWords.Html(text)}</a>
        </td></tr></table>
        """;
}
