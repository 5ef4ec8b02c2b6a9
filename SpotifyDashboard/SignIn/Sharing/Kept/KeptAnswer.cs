using Microsoft.Net.Http.Headers;

namespace SpotifyDashboard.SignIn.Sharing.Kept;

/// <summary>Sends a kept page: headers, encoding, or that it is unchanged.</summary>
internal static class KeptAnswer
{
    /// <summary>No script but our own, no frame, no form, and nothing sent anywhere: a name on the page can do no harm. The same for every visitor, so that the page can be kept.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' https: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>A cache on the way may answer for as long as an open page waits between two looks.</summary>
    private const string ForEverybody = "public, max-age=20, must-revalidate";

    /// <summary>What is withdrawn must be nowhere: neither in a cache on the way nor behind the browser's back button.</summary>
    private const string ForTheirEyes = "no-store";

    /// <summary>Answers the request with <paramref name="page"/>.</summary>
    public static Task WriteAsync(HttpContext context, KeptPage page)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = page.IsPublic ? ForEverybody : ForTheirEyes;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (!page.IsPublic)
        {
            headers["X-Robots-Tag"] = "noindex, nofollow";
        }

        if (page.Status == StatusCodes.Status200OK)
        {
            headers.ETag = page.Tag;
            if (IsKnown(request, page.Tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        response.StatusCode = page.Status;
        response.ContentType = "text/html; charset=utf-8";
        var (encoding, bytes) = Encoded(request, page);
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static bool IsKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } given
        && EntityTagHeaderValue.TryParseList(given, out var known)
        && known.Any(value => value.Tag == "*" || value.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));

    private static (string? Encoding, byte[] Bytes) Encoded(HttpRequest request, KeptPage page)
    {
        if (request.Headers.AcceptEncoding is not { Count: > 0 } given || !StringWithQualityHeaderValue.TryParseList(given, out var accepted))
        {
            return (null, page.Plain);
        }

        return Takes("br") ? ("br", page.Brotli) : Takes("gzip") ? ("gzip", page.Gzip) : (null, page.Plain);

        bool Takes(string encoding) => (accepted.FirstOrDefault(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(value => value.Value == "*")) is { } asked && asked.Quality is not 0;
    }
}
