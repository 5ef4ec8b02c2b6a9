using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Reads the forms of the pages before signing in, and draws those pages.</summary>
internal static class DoorReply
{
    /// <summary>What is said where a form is not ours, or its page stood open too long.</summary>
    public const string StaleWords = "This page stood open too long, or was opened twice. Try again.";

    private const string FormParameter = "Form";

    /// <summary>An empty form with its antiforgery token.</summary>
    public static DoorForm NewForm(HttpContext context) =>
        new(context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context));

    /// <summary>What was sent; null where it did not come from a page of ours.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        // Read first: antiforgery would call a form that arrives too slowly or too large a fault of ours.
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context) ? form : null;
    }

    /// <summary>The page <typeparamref name="TPage"/> with a form.</summary>
    public static RazorComponentResult<TPage> Page<TPage>(HttpContext context, DoorForm form, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [FormParameter] = form }) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>The page again, because too many tries failed.</summary>
    public static RazorComponentResult<TPage> Wait<TPage>(HttpContext context, DoorForm form, DateTimeOffset until)
        where TPage : IComponent
    {
        var seconds = Math.Max(1, (int)Math.Ceiling((until - context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()).TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var words = seconds < 90 ? $"{seconds} second{(seconds == 1 ? "" : "s")}" : $"{(seconds + 59) / 60} minutes";
        return Page<TPage>(context, form with { Refusal = "Too many tries failed.", Hint = $"Try again in {words}." }, StatusCodes.Status429TooManyRequests);
    }
}
