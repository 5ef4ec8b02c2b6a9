using Microsoft.AspNetCore.Diagnostics;

namespace SpotifyDashboard.Session;

/// <summary>The endpoint that a request was for, also once a page of words answers in its place.</summary>
public static class AskedEndpoint
{
    private static readonly object s_key = new();

    /// <summary>Remembers what was asked for, where the status-code page is about to answer; does nothing otherwise.</summary>
    public static void Keep(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is { } first)
        {
            context.Items[s_key] = first.Endpoint;
        }
    }

    /// <summary>The endpoint asked for; null where there is none at that address.</summary>
    public static Endpoint? Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(s_key, out var kept) ? kept as Endpoint

            // An exception handler takes the endpoint away and remembers it.
            : context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
    }
}
