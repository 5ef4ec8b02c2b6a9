using Microsoft.Extensions.Primitives;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A request that reached a fake.</summary>
/// <param name="Path">Without the query, decoded.</param>
internal sealed record FakeRequest(
    string Method,
    string Path,
    string QueryString,
    IReadOnlyDictionary<string, StringValues> Query,
    IReadOnlyDictionary<string, StringValues> Headers,
    string Body,
    DateTimeOffset At)
{
    /// <summary>The header's only value; null when it is missing.</summary>
    /// <exception cref="RefusedException">It was sent twice.</exception>
    public string? Header(string name) => Headers.TryGetValue(name, out var values)
        ? values.Count == 1 ? values[0] : throw new RefusedException($"Header '{name}' was sent {values.Count} times.")
        : null;
}
