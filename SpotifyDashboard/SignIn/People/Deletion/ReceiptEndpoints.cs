using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SpotifyDashboard.SignIn.People.Deletion;

/// <summary>Receipts, for whoever has the number: the ones they are for have no account any more.</summary>
internal static class ReceiptEndpoints
{
    /// <summary>Where a receipt is shown.</summary>
    public static string PathOf(string number) => $"/receipts/{number}";

    public static IEndpointRouteBuilder MapReceipts(this IEndpointRouteBuilder endpoints)
    {
        var receipts = endpoints.MapGroup("/receipts").AllowAnonymous().ExcludeFromDescription();
        receipts.MapGet("{number}", ShowAsync);
        receipts.MapGet("{number}.json", static (string number, HttpContext context, ListenerDeletion deletion) => SaveAsync(number, isText: false, context, deletion));
        receipts.MapGet("{number}.txt", static (string number, HttpContext context, ListenerDeletion deletion) => SaveAsync(number, isText: true, context, deletion));
        return endpoints;
    }

    private static async Task<Results<RazorComponentResult<ReceiptDocument>, ProblemHttpResult>> ShowAsync(string number, HttpContext context, ListenerDeletion deletion)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await deletion.FindAsync(number, context.RequestAborted) is { } row
            ? new RazorComponentResult<ReceiptDocument>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ReceiptDocument.Row)] = row }) { PreventStreamingRendering = true }
            : NoSuch();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> SaveAsync(string number, bool isText, HttpContext context, ListenerDeletion deletion)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await deletion.FindAsync(number, context.RequestAborted) is not { Document: { } document, Checksum: { } checksum })
        {
            return NoSuch();
        }

        var text = isText ? DeletionReceipt.Parse(document).ToText(checksum) : document;
        return TypedResults.File(Encoding.UTF8.GetBytes(text), isText ? "text/plain; charset=utf-8" : "application/json", $"receipt-{number}.{(isText ? "txt" : "json")}");
    }

    private static ProblemHttpResult NoSuch() => TypedResults.Problem("There is no receipt with this number, or it is not finished yet.", statusCode: StatusCodes.Status404NotFound);
}
