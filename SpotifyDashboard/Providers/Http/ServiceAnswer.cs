using System.Net;

namespace SpotifyDashboard.Providers.Http;

/// <summary>What came back from one attempt, read to its end.</summary>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Text">The body as text, secrets taken out.</param>
/// <param name="RetryAfter">How long the service asks to wait; null where it does not.</param>
/// <param name="Location">Where a redirect points to; null where there is none.</param>
internal sealed record ServiceAnswer(int StatusCode, string Text, TimeSpan? RetryAfter, Uri? Location)
{
    public bool IsSuccess => StatusCode is >= (int)HttpStatusCode.OK and < (int)HttpStatusCode.MultipleChoices;

    /// <summary>Whether the body is a web page.</summary>
    public bool IsWebPage
    {
        get
        {
            var start = Text.AsSpan().TrimStart();
            return start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
        }
    }
}
