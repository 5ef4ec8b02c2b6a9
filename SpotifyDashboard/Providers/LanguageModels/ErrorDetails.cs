using System.Globalization;
using System.Text.Json;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>What a refusal says besides its words: Google's details (contracts, 6.3), in an array of one or not, or OpenAI's code.</summary>
/// <param name="Status">Google's name of the status, or OpenAI's code.</param>
/// <param name="Code">The HTTP status that the body names; for an error inside an answer with 200.</param>
/// <param name="IsBadKey">Whether the key is meant.</param>
/// <param name="IsDaily">Whether a quota of the day is used up.</param>
/// <param name="Wait">How long it asks to wait.</param>
internal sealed record ErrorDetails(string? Status, int? Code, bool IsBadKey, bool IsDaily, TimeSpan? Wait)
{
    private static readonly ErrorDetails s_none = new(Status: null, Code: null, IsBadKey: false, IsDaily: false, Wait: null);

    /// <summary>A wait beyond this is not believed.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromDays(31);

    public static ErrorDetails Of(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            root = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? root[0] : root;
            return root.Member("error") is { } error ? Read(error) : s_none;
        }
        catch (JsonException)
        {
            // A proxy's page, or half a body: the status says enough.
            return s_none;
        }
    }

    private static ErrorDetails Read(JsonElement error)
    {
        var details = error.ObjectsOf("details").ToList();
        var reasons = details.Select(static detail => detail.TextOf("reason")).OfType<string>().ToList();
        var quotas = details.SelectMany(static detail => detail.ObjectsOf("violations")).Select(static violation => violation.TextOf("quotaId")).OfType<string>();
        var said = error.TextOf("message") ?? "";
        return new ErrorDetails(
            error.TextOf("status") ?? error.TextOf("code"),
            error.IntegerOf("code"),
            reasons.Contains("API_KEY_INVALID") || error.TextOf("code") is "invalid_api_key" || said.Contains("API key not valid", StringComparison.OrdinalIgnoreCase),
            quotas.Any(static quota => quota.Contains("PerDay", StringComparison.OrdinalIgnoreCase)),
            details.Select(static detail => WaitOf(detail.TextOf("retryDelay"))).FirstOrDefault(static wait => wait is not null));
    }

    private static TimeSpan? WaitOf(string? delay) =>
        delay?.EndsWith('s') == true && double.TryParse(delay[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(Math.Min(Math.Ceiling(seconds), s_longestWait.TotalSeconds))
            : null;
}
