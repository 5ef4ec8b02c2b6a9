using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>Answers a visitor: the page granted to them, or that there is none.</summary>
internal sealed partial class SharedVisit(ILogger<SharedVisit> logger)
{
    /// <summary>No script but our own, no frame, no form, and nothing sent anywhere: a name on the page can do no harm.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' https: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Draws what is granted, or the one page that says there is nothing: unknown, expired and withdrawn links look the same.</summary>
    public async Task AnswerAsync(HttpContext context, GrantedPage? granted)
    {
        Protect(context.Response.Headers, granted?.IsPublic is true);
        try
        {
            var result = granted is null ? Missing() : Found(granted, await DrawAsync(granted, context.RequestAborted));
            await result.ExecuteAsync(context);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // The outermost frame: the dashboard's own error page is a page of its listener.
            LogFailed(exception);
            await Failed().ExecuteAsync(context);
        }
    }

    private static Task<SharedContent> DrawAsync(GrantedPage granted, CancellationToken cancellationToken) =>
        granted.Page.DrawAsync(granted.Listener, granted.Address, granted.IsPublic ? PageAccess.PublicTop20Path : null, cancellationToken);

    private static RazorComponentResult<SharedDocument> Found(GrantedPage granted, SharedContent content) => Document(StatusCodes.Status200OK, content.Title, content.Body, new()
    {
        [nameof(SharedDocument.Owner)] = granted.ShowsName && !granted.Listener.IsDemo ? new SharedOwner(granted.Listener.DisplayName, granted.Listener.ImageUrl) : null,
        [nameof(SharedDocument.IsDemo)] = granted.Listener.IsDemo,
        [nameof(SharedDocument.IsLive)] = true,
        [nameof(SharedDocument.MayBeIndexed)] = granted.IsPublic,
    });

    private static RazorComponentResult<SharedDocument> Missing() => Document(
        StatusCodes.Status404NotFound,
        "This link no longer works",
        builder => builder.AddMarkupContent(0, "<p>It may have ended, been withdrawn by its listener, or lost a letter on its way. Ask for a new one.</p>"),
        []);

    private static RazorComponentResult<SharedDocument> Failed() => Document(
        StatusCodes.Status500InternalServerError,
        "This page could not be shown",
        builder => builder.AddMarkupContent(0, "<p>Try again in a moment.</p>"),
        []);

    private static RazorComponentResult<SharedDocument> Document(int status, string title, RenderFragment body, Dictionary<string, object?> parameters)
    {
        parameters.Add(nameof(SharedDocument.Title), title);
        parameters.Add(nameof(SharedDocument.Body), body);
        return new RazorComponentResult<SharedDocument>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    private static void Protect(IHeaderDictionary headers, bool isPublic)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        if (!isPublic)
        {
            headers["X-Robots-Tag"] = "noindex, nofollow";
        }
    }

    [LoggerMessage(LogLevel.Error, "A shared page could not be shown")]
    private partial void LogFailed(Exception exception);
}
