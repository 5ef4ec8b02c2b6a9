namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>The addresses that visitors open.</summary>
internal static class SharedEndpoints
{
    public static IEndpointRouteBuilder MapSharedPages(this IEndpointRouteBuilder endpoints)
    {
        // Every method and everything below, so that no other page ever answers here.
        endpoints.Map(PageAccess.LinkPath + "/{**token}", LinkAsync).ExcludeFromDescription();
        endpoints.Map(PageAccess.PublicTop20Path, PublicTop20Async).ExcludeFromDescription();
        return endpoints;
    }

    private static async Task LinkAsync(string? token, HttpContext context, PageAccess access, SharedVisit visit) =>
        await visit.AnswerAsync(context, token is not null && IsReading(context.Request) ? await access.ByLinkAsync(token, IsVisit(context.Request), context.RequestAborted) : null);

    private static async Task PublicTop20Async(HttpContext context, PageAccess access, SharedVisit visit) =>
        await visit.AnswerAsync(context, IsReading(context.Request) ? await access.ByPublicTop20Async(context.Request.QueryString.Value, context.RequestAborted) : null);

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>A page already open asks by script, and tools that look whether a link works ask for its head.</summary>
    private static bool IsVisit(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Dest"] != "empty";
}
