using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>One way in which a service fails.</summary>
internal sealed record Fault(FaultKind Kind)
{
    public int Status { get; private init; } = 200;

    public FaultBody Body { get; private init; }

    /// <summary>How long an answer is delayed, or the pause between two bytes of a trickle; by the fake's clock.</summary>
    public TimeSpan Delay { get; private init; }

    public TimeSpan? RetryAfter { get; private init; }

    public bool IsRetryAfterADate { get; private init; }

    public static Fault Stall { get; } = new(FaultKind.Stall);

    public static Fault Cut { get; } = new(FaultKind.Cut);

    public static Fault LengthTooLarge { get; } = new(FaultKind.LengthTooLarge);

    public static Fault LengthTooSmall { get; } = new(FaultKind.LengthTooSmall);

    /// <summary>Answers with a status and a body of the given form.</summary>
    /// <param name="retryAfter">Told in seconds, or as an HTTP date when <paramref name="asDate"/>.</param>
    public static Fault Answer(int status, FaultBody body = FaultBody.JsonObject, TimeSpan? retryAfter = null, bool asDate = false) =>
        new(FaultKind.Answer) { Status = status, Body = body, RetryAfter = retryAfter, IsRetryAfterADate = asDate };

    /// <summary>Lets the request take effect and keeps its status, but sends a body of the given form: the answer is lost.</summary>
    public static Fault Spoil(FaultBody body) => new(FaultKind.Spoil) { Body = body };

    public static Fault Trickle(TimeSpan pause) => new(FaultKind.Trickle) { Delay = pause };

    public static Fault Latency(TimeSpan delay) => new(FaultKind.Latency) { Delay = delay };

    internal string? RetryAfterHeader(DateTimeOffset now) => RetryAfter switch
    {
        null => null,
        { } wait when IsRetryAfterADate => (now + wait).ToString("R", CultureInfo.InvariantCulture),
        { } wait => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture),
    };

    internal static (string? ContentType, byte[] Bytes) Form(FaultBody body, int status) => body switch
    {
        FaultBody.JsonObject => ("application/json", Encoding.UTF8.GetBytes($$$"""{"error":{"status":{{{status}}},"message":"Injected fault"}}""")),
        FaultBody.JsonString => ("application/json", """{"error":"server_error","error_description":"Injected fault"}"""u8.ToArray()),
        FaultBody.PlainText => ("text/plain", "Injected fault in plain words"u8.ToArray()),
        FaultBody.Html => ("text/html", "<!DOCTYPE html><html><head><title>Injected fault</title></head><body>Upstream <b>failed</b></body></html>"u8.ToArray()),
        FaultBody.Empty => (null, []),
        FaultBody.TruncatedJson => ("application/json", """{"error":{"status":5"""u8.ToArray()),
        FaultBody.Garbage => ("application/octet-stream", [0xFF, 0xFE, 0x00, 0x7B, 0x80, 0xC3, 0x28, 0x0A, 0x1F]),
        _ => throw new ArgumentOutOfRangeException(nameof(body), body, "No such form."),
    };
}
