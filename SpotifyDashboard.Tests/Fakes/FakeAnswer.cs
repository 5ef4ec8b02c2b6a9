using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>What a fake answers.</summary>
internal sealed record FakeAnswer(int Status, string? ContentType, string Body)
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Seconds or an HTTP date, as it stands in the header.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; init; }

    /// <summary>Whose request it answers: the user's or program's name, for the log.</summary>
    public string? Listener { get; init; }

    /// <summary>Writes the body piece by piece, in place of <see cref="Body"/>.</summary>
    public Func<HttpContext, CancellationToken, Task>? Pieces { get; init; }

    /// <summary>JSON with names as they are, not escaped.</summary>
    public static FakeAnswer Json(JsonNode body, int status = 200) => new(status, "application/json; charset=utf-8", body.ToJsonString(s_plain));

    public static FakeAnswer Text(int status, string body) => new(status, "text/plain; charset=utf-8", body);

    public static FakeAnswer Html(int status, string words) =>
        new(status, "text/html; charset=utf-8", $"<!DOCTYPE html><html><body><h1>{System.Net.WebUtility.HtmlEncode(words)}</h1></body></html>");

    public static FakeAnswer Empty(int status) => new(status, null, "");
}
