using System.Text;
using System.Text.Json;

namespace SpotifyDashboard.Providers.Http;

/// <summary>What can be understood of an error's body: JSON object, JSON string, plain text, web page, or nothing.</summary>
/// <param name="Message">What the service said; null where it said nothing that people could read.</param>
/// <param name="Code">A name for the error, for example <c>invalid_grant</c>.</param>
/// <param name="Reason">A second name, for example <c>QUOTA_EXCEEDED</c>.</param>
/// <param name="IsJson">Whether it was JSON: plain text comes from another part of a service.</param>
internal sealed record ErrorBody(string? Message, string? Code, string? Reason, bool IsJson)
{
    private const int LongestMessage = 500;

    /// <summary>Makes what sense can be made of <paramref name="answer"/>.</summary>
    public static ErrorBody Of(ServiceAnswer answer)
    {
        if (answer.IsWebPage)
        {
            return new ErrorBody(Message: null, Code: null, Reason: null, IsJson: false);
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Text);
            return OfJson(document.RootElement);
        }
        catch (JsonException)
        {
            // Not JSON, or cut off: what is there is shown as it is.
            return new ErrorBody(Readable(answer.Text), Code: null, Reason: null, IsJson: false);
        }
    }

    private static ErrorBody OfJson(JsonElement root)
    {
        var body = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? root[0] : root;
        var error = body.Member("error");
        if (error is { ValueKind: JsonValueKind.Object } inner)
        {
            return new ErrorBody(Readable(inner.TextOf("message")), inner.TextOf("code"), inner.TextOf("reason"), IsJson: true);
        }

        var code = error is { ValueKind: JsonValueKind.String } name ? name.GetString() : null;
        var told = body.ValueKind == JsonValueKind.String ? body.GetString() : body.TextOf("error_description") ?? body.TextOf("message") ?? code;
        return new ErrorBody(Readable(told), code, body.TextOf("reason"), IsJson: true);
    }

    /// <summary>One line without control characters, cut where it is longer than anyone would read.</summary>
    private static string? Readable(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var line = new StringBuilder(Math.Min(text.Length, LongestMessage));
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (line.Length >= LongestMessage)
            {
                return line.Append('…').ToString();
            }

            line.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return line.ToString();
    }
}
