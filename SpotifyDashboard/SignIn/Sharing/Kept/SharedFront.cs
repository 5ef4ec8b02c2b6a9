namespace SpotifyDashboard.SignIn.Sharing.Kept;

/// <summary>Answers visitors from memory before anything else is asked of a request: no session, no routing, no database.</summary>
internal sealed class SharedFront(RequestDelegate next, KeptPages kept, SharedPages pages, ShareVisits visits)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (SharedRequest.KeyOf(context.Request, pages) is { } key && kept.FindSure(key) is { } page)
        {
            visits.Note(context.Request, page);
            return KeptAnswer.WriteAsync(context, page);
        }

        return next(context);
    }
}
