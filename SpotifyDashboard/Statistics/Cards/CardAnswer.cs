using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SpotifyDashboard.Statistics.Cards;

/// <summary>A card as an answer: a picture that may load nothing, asked for again when it is shown again.</summary>
internal static class CardAnswer
{
    /// <summary>Answers with <paramref name="svg"/>.</summary>
    public static FileContentHttpResult Of(HttpContext context, string svg)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.File(Encoding.UTF8.GetBytes(svg), "image/svg+xml; charset=utf-8");
    }
}
