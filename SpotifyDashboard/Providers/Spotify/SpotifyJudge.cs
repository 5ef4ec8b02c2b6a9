using System.Net;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Knows what the Web API means by its errors (contracts, 2.2 and 2.3).</summary>
internal sealed class SpotifyJudge(TimeProvider time) : AnswerJudge(SpotifyService.Api, "Spotify", time)
{
    private const string QuotaExceeded = "QUOTA_EXCEEDED";

    private const string PremiumHint =
        "The owner of the app at Spotify's developer site needs Premium; after a renewal it can take some hours.";

    private const string AllowListHint =
        "Add this account's name and e-mail address to the app's users at Spotify's developer site (User Management, five at most).";

    private static readonly TimeSpan s_longestThrottling = TimeSpan.FromMinutes(5);

    /// <summary>For a quota that does not say when it ends: it rolls over a day, so an hour brings some calls back.</summary>
    private static readonly TimeSpan s_untoldQuotaWait = TimeSpan.FromHours(1);

    public override Verdict Judge(ServiceAnswer answer) => (HttpStatusCode)answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => new Verdict(Told(Failure.LogInAgain, answer, ErrorBody.Of(answer), "Spotify does not accept the access token")),
        HttpStatusCode.Forbidden => new Verdict(Forbidden(answer)),
        _ => base.Judge(answer),
    };

    protected override Verdict Throttled(ServiceAnswer answer, ErrorBody body)
    {
        if (!string.Equals(body.Reason, QuotaExceeded, StringComparison.OrdinalIgnoreCase))
        {
            // Older answers name no reason; the other limit looks at half a minute, so a long wait can only be the quota's.
            return base.Throttled(answer, body) with { SeemsToStopEverything = answer.RetryAfter > s_longestThrottling };
        }

        var until = Now + (answer.RetryAfter ?? s_untoldQuotaWait);
        return new Verdict(Told(Failure.WaitUntil, answer, body, "The app's daily quota at Spotify is used up", until))
        {
            IsThrottled = true,
            StopsEverything = true,
            Wait = answer.RetryAfter,
        };
    }

    /// <summary>A refusal that no fresh token cures. What it is stands in the text only, if at all.</summary>
    private ProviderException Forbidden(ServiceAnswer answer)
    {
        var body = ErrorBody.Of(answer);
        if (answer.IsWebPage)
        {
            return Told(Failure.Retry, answer, body, "Something between here and Spotify refused the call with a web page");
        }

        if (Says("scope"))
        {
            return Told(Failure.LogInAgain, answer, body, "Spotify wants a new consent", hint: "Log in again and agree to all that is asked for.");
        }

        if (Says("premium"))
        {
            return Told(Failure.Misconfigured, answer, body, "Spotify refused", hint: PremiumHint);
        }

        if (Says("not registered") || Says("developer dashboard") || Says("allowlist") || Says("allow-list"))
        {
            return Told(Failure.Misconfigured, answer, body, "Spotify refused", hint: AllowListHint);
        }

        // A removed endpoint answers with JSON, with or without a message. Plain text comes from the gate before the API and concerns the app or the user.
        return body.IsJson || body.Message is null
            ? Told(Failure.NotAvailable, answer, body, "Spotify does not offer this to this app")
            : Told(Failure.Misconfigured, answer, body, "Spotify refused", hint: $"{PremiumHint} {AllowListHint}");

        bool Says(string words) => body.Message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
    }
}
