using static SpotifyDashboard.Narrative.Mail.MailWords;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>A plain page for whoever followed a link of a letter: it needs neither login nor script, and loads nothing.</summary>
internal static class MailPage
{
    /// <summary>Nothing is loaded, sent elsewhere or framed; a form goes back to this dashboard alone.</summary>
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Answers with a page.</summary>
    /// <param name="context">The request; its answer gets the headers that keep the page to its reader.</param>
    /// <param name="heading">What it says.</param>
    /// <param name="text">And in a sentence or two.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="button">A button that posts to the same address; null for none.</param>
    public static IResult Answer(HttpContext context, string heading, string text, int status = StatusCodes.Status200OK, string? button = null)
    {
        Protect(context.Response.Headers);
        return TypedResults.Content(Document(heading, text, button), "text/html; charset=utf-8", contentEncoding: null, status);
    }

    /// <summary>Headers of everything here: the address may hold a token, and what it shows belongs to one person.</summary>
    public static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";

        // With none at all browsers post a form with the origin "null", which the access rules take for another site's.
        headers["Referrer-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    private static string Document(string heading, string text, string? button) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{Html(heading)}} · Spotify Dashboard</title>
        <style>
        body { margin: 0; padding: 48px 20px; background: #f6f4f2; color: #1b1e27; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
        main { max-width: 34rem; margin: 0 auto; padding: 32px; border-radius: 12px; background: #fff; }
        h1 { margin: 0 0 12px; font-size: 28px; line-height: 1.2; letter-spacing: -0.015em; }
        p { margin: 0 0 20px; }
        p:last-child { margin: 0; }
        a { color: #b52f34; }
        button { min-height: 44px; padding: 0 20px; border: 0; border-radius: 12px; background: #c5393d; color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
        button:focus-visible, a:focus-visible { outline: 2px solid #1f5fae; outline-offset: 2px; }
        @media (prefers-color-scheme: dark) {
          body { background: #0e1117; color: #eef0f5; }
          main { background: #262730; }
          a { color: #ff8a8a; }
          button { background: #ff6b6b; color: #0e1117; }
          button:focus-visible, a:focus-visible { outline-color: #8ab8ff; }
        }
        </style>
        </head>
        <body>
        <main>
        <h1>{{Html(heading)}}</h1>
        <p>{{Html(text)}}</p>
        {{(button is null ? """<p><a href="/">Open the dashboard</a></p>""" : $"""<form method="post"><button type="submit">{Html(button)}</button></form>""")}}
        </main>
        </body>
        </html>
        """;
}
