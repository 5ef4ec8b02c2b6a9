using Microsoft.AspNetCore.Mvc;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>The addresses that mail brings: its end, and how the next one looks.</summary>
internal static class MailEndpoints
{
    /// <summary>Maps them.</summary>
    public static IEndpointRouteBuilder MapMail(this IEndpointRouteBuilder endpoints)
    {
        // Mail programs add parameters of their own: unknown ones are passed over. The token is what a form's would be, hence no other.
        endpoints.MapGet(MailLinks.UnsubscribePath, AskWhether).ExcludeFromDescription();
        endpoints.MapPost(MailLinks.UnsubscribePath, EndAsync).ExcludeFromDescription().DisableAntiforgery();
        endpoints.MapGet("/story/mail/preview", PreviewAsync).ExcludeFromDescription().WithQueryRules();
        return endpoints;
    }

    private static IResult AskWhether(string? token, HttpContext context, MailLinks links) => links.ReadToken(token) is null
        ? Unusable(context)
        : MailPage.Answer(context, "End these mails?", "No report and no warning comes any more, and your address is forgotten. Your plays and stories stay as they are.", button: "End these mails");

    private static async Task<IResult> EndAsync(string? token, HttpContext context, MailLinks links, MailSubscriptions subscriptions)
    {
        if (links.ReadToken(token) is not { } listenerId)
        {
            return Unusable(context);
        }

        await subscriptions.EndAsync(listenerId, context.RequestAborted);
        return MailPage.Answer(context, "These mails have ended", "Your address is forgotten. To get mail again, enter it on the settings of your stories.");
    }

    private static IResult Unusable(HttpContext context) => MailPage.Answer(
        context,
        "This link can't be used",
        "It may have lost a letter on its way, or come from another dashboard. Mails are also ended on the settings of your stories.",
        StatusCodes.Status404NotFound);

    private static async Task<IResult> PreviewAsync(
        string? from,
        string? to,
        [FromQuery(Name = "as")] string? form,
        HttpContext context,
        ListenerDirectory listeners,
        MailPreview preview,
        CancellationToken cancellationToken)
    {
        var asked = Asked.Period(from, to);
        var isText = form switch
        {
            null or "" or "html" => false,
            "text" => true,
            _ => throw new RefusedParameterException("as", $"'{form}' is not accepted; 'as' is html or text."),
        };
        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return MailPage.Answer(context, "There is no mail to show yet", "Import your history or connect Spotify; reports are made of your plays.", StatusCodes.Status404NotFound);
        }

        var subject = await preview.SubjectAsync(listener, asked == Period.Everything ? null : asked, cancellationToken);
        if (await preview.ComposeAsync(listener, subject, cancellationToken) is not { } draft)
        {
            return MailPage.Answer(context, "No mail would be sent", $"Nothing was played in {MailWords.Days(subject)}.", StatusCodes.Status404NotFound);
        }

        MailPage.Protect(context.Response.Headers);
        return isText
            ? TypedResults.Text(draft.Text, "text/plain; charset=utf-8")
            : TypedResults.Content(draft.Html, "text/html; charset=utf-8");
    }
}
