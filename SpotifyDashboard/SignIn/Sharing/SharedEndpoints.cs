using SpotifyDashboard.SignIn.Sharing.Kept;

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

    private static Task LinkAsync(string? token, HttpContext context, PageAccess access, SharedVisit visit) =>
        visit.AnswerAsync(context, SharedRequest.IsReading(context.Request) ? SharedRequest.KeyOf(token) : null, cancellationToken => access.ByLinkAsync(token ?? "", cancellationToken));

    private static Task PublicTop20Async(HttpContext context, SharedPages pages, PageAccess access, SharedVisit visit)
    {
        // Taken now: the question may be asked again when this request is long over.
        var query = context.Request.QueryString.Value;
        return visit.AnswerAsync(context, SharedRequest.KeyOf(context.Request, pages), cancellationToken => access.ByPublicTop20Async(query, cancellationToken));
    }
}
