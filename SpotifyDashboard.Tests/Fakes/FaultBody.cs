namespace SpotifyDashboard.Tests.Fakes;

/// <summary>What the body of a failing answer looks like.</summary>
public enum FaultBody
{
    /// <summary><c>{"error":{"status":503,"message":"…"}}</c>.</summary>
    JsonObject,

    /// <summary><c>{"error":"server_error","error_description":"…"}</c>.</summary>
    JsonString,

    /// <summary>Words.</summary>
    PlainText,

    /// <summary>A page, as a proxy in front would show.</summary>
    Html,

    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>JSON that stops in the middle, with a content length that says so.</summary>
    TruncatedJson,

    /// <summary>Bytes that are no text.</summary>
    Garbage,
}
