using System.Net;
using System.Text.Json;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>What a test was answered.</summary>
internal sealed record SpotifyReply(HttpStatusCode Status, string Body, TimeSpan? RetryAfter)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
