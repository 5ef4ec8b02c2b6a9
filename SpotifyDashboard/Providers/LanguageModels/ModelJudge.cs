using System.Globalization;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>Says what it means that no whole answer came, in a sentence for the listener.</summary>
internal sealed class ModelJudge(LanguageModelOptions options, TimeProvider time)
{
    private const int LongestQuote = 160;

    /// <summary>How long to leave a service alone that says "too many" but not for how long.</summary>
    private static readonly TimeSpan s_untoldWait = TimeSpan.FromMinutes(1);

    private string Name => options.ShownName;

    /// <summary>What a refusal means.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="body">Its body.</param>
    /// <param name="retryAfter">How long the header asks to wait.</param>
    public LanguageModelException Judge(int status, string body, TimeSpan? retryAfter)
    {
        var details = ErrorDetails.Of(body);
        var said = Quote(body);
        return status switch
        {
            StatusCodes.Status429TooManyRequests => Limited(details, retryAfter),
            StatusCodes.Status408RequestTimeout or >= StatusCodes.Status500InternalServerError => Outage(status, retryAfter ?? details.Wait),
            StatusCodes.Status401Unauthorized => Wrong(status, $"{Name} does not accept the key (Narrative:ApiKey)."),
            _ when details.IsBadKey => Wrong(status, $"{Name} does not accept the key (Narrative:ApiKey)."),
            StatusCodes.Status403Forbidden => Wrong(status, $"{Name} does not let this key use the model (Narrative:ApiKey){said}"),
            StatusCodes.Status404NotFound => NoSuchModel([]),
            >= StatusCodes.Status300MultipleChoices and < StatusCodes.Status400BadRequest => Wrong(status, $"{Name} sends elsewhere, and the key is not taken there (Narrative:Endpoint)."),
            _ when details.Status == "FAILED_PRECONDITION" => Wrong(status, $"{Name} can't be used with this key from here{said}"),
            _ => Wrong(status, $"{Name} refused the request ({status.ToString(CultureInfo.InvariantCulture)}){said}"),
        };
    }

    /// <summary>What an unknown model means.</summary>
    /// <param name="known">The models that there are, as far as the service tells.</param>
    public LanguageModelException NoSuchModel(IReadOnlyList<string> known) => Wrong(
        StatusCodes.Status404NotFound,
        known.Count == 0
            ? $"The model {options.Model} is not available (Narrative:Model, Narrative:Endpoint)."
            : $"The model {options.Model} is not available (Narrative:Model). There are: {string.Join(", ", known)}.");

    /// <summary>What an answer means that ended, but is none.</summary>
    public LanguageModelException Judge(AnswerFold fold, bool isWhole) => fold switch
    {
        { Error: { } error } => Judge(ErrorDetails.Of(error).Code ?? StatusCodes.Status500InternalServerError, error, retryAfter: null),
        { IsBlocked: true } or { IsAnswer: true, HasChoice: false } => Blocked(),
        { FinishReason: "LENGTH" or "MAX_TOKENS" } => Unreadable($"{Name} wrote more than there is room for."),
        { FinishReason: "CONTENT_FILTER" or "SAFETY" or "RECITATION" or "BLOCKLIST" or "PROHIBITED_CONTENT" or "SPII" or "LANGUAGE" } => Blocked(),
        { IsAnswer: false } => Unreadable($"{Name} sent an answer that makes no sense."),
        _ when !isWhole => Broken(reason: null),
        _ => Unreadable($"{Name} sent an answer without a text."),
    };

    /// <summary>An answer that can't be read.</summary>
    public LanguageModelException Unreadable(Exception reason) => new(LanguageModelFailure.Unreadable, $"{Name} sent an answer that makes no sense.", reason);

    /// <summary>A service that can't be reached, or a connection that broke.</summary>
    public LanguageModelException Broken(Exception? reason) => new(
        LanguageModelFailure.Unreachable,
        Find(reason)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => $"{Name} could not be found: its host name is not known.",
            HttpRequestError.SecureConnectionError => $"{Name} could not be reached safely: its certificate was not accepted.",
            HttpRequestError.ConnectionError => $"{Name} could not be reached.",
            _ => $"The connection to {Name} broke before the answer was complete.",
        },
        reason);

    /// <summary>A service that says nothing.</summary>
    public LanguageModelException Silent(TimeSpan patience, Exception reason) =>
        new(LanguageModelFailure.Unreachable, $"{Name} said nothing for {patience.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} seconds.", reason);

    /// <summary>A service that goes on for too long.</summary>
    public LanguageModelException Slow(TimeSpan patience, Exception reason) =>
        new(LanguageModelFailure.Unreachable, $"{Name} did not finish within {patience.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} seconds.", reason);

    private LanguageModelException Limited(ErrorDetails details, TimeSpan? retryAfter)
    {
        var now = time.GetUtcNow();
        return new LanguageModelException(LanguageModelFailure.Limited, details.IsDaily ? $"{Name} allows no more calls today." : $"{Name} asked to wait.")
        {
            StatusCode = StatusCodes.Status429TooManyRequests,
            RetryAt = details.IsDaily ? PacificDay.NextMidnight(now) : now + (details.Wait ?? retryAfter ?? s_untoldWait),
        };
    }

    private LanguageModelException Outage(int status, TimeSpan? wait) =>
        new(LanguageModelFailure.Unreachable, $"{Name} has a fault of its own or too much to do ({status.ToString(CultureInfo.InvariantCulture)}).")
        {
            StatusCode = status,
            RetryAt = wait is { } asked ? time.GetUtcNow() + asked : null,
        };

    private LanguageModelException Blocked() => new(LanguageModelFailure.Blocked, $"{Name} refused to write about this.");

    private static LanguageModelException Unreadable(string message) => new(LanguageModelFailure.Unreadable, message);

    private static LanguageModelException Wrong(int status, string message) => new(LanguageModelFailure.Misconfigured, message) { StatusCode = status };

    /// <summary>What the service said, verbatim; nothing where it might repeat the prompt, which is neither logged nor shown.</summary>
    private string Quote(string body)
    {
        var said = ErrorBody.Of(new ServiceAnswer(StatusCodes.Status400BadRequest, body, RetryAfter: null, Location: null)).Message;
        if (said is null || said.Contains('{', StringComparison.Ordinal))
        {
            return ".";
        }

        said = said.Replace(options.ApiKey, "(hidden)", StringComparison.Ordinal);
        return $": \"{(said.Length <= LongestQuote ? said : said[..LongestQuote] + "…")}\"";
    }

    private static HttpRequestException? Find(Exception? reason) => reason as HttpRequestException ?? (reason is null ? null : Find(reason.InnerException));
}
