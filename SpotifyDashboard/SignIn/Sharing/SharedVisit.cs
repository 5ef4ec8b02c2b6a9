using SpotifyDashboard.SignIn.Sharing.Kept;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>Answers a visitor whose page is not at hand: the page granted to them, or that there is none.</summary>
internal sealed partial class SharedVisit(KeptPages kept, PageDrawing drawing, ShareVisits visits, ILogger<SharedVisit> logger)
{
    /// <summary>Sends what is granted, or the one page that says there is nothing: unknown, expired and withdrawn links look the same.</summary>
    /// <param name="context">The visitor's request.</param>
    /// <param name="key">The name under which the page is kept; null where there is none.</param>
    /// <param name="grant">Finds out what is granted.</param>
    public async Task AnswerAsync(HttpContext context, string? key, Func<CancellationToken, Task<GrantedPage?>> grant)
    {
        try
        {
            var page = key is null ? null : await kept.GetAsync(key, grant, context.RequestAborted);
            if (page is not null)
            {
                visits.Note(context.Request, page);
            }

            await KeptAnswer.WriteAsync(context, page ?? await drawing.MissingAsync());
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // The outermost frame: the dashboard's own error page is a page of its listener.
            LogFailed(exception);
            await KeptAnswer.WriteAsync(context, await drawing.FailedAsync());
        }
    }

    [LoggerMessage(LogLevel.Error, "A shared page could not be shown")]
    private partial void LogFailed(Exception exception);
}
