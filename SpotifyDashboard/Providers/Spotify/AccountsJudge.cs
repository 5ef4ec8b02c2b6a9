using System.Net;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Knows what the accounts service means by its errors (contracts, 1.6).</summary>
internal sealed class AccountsJudge(TimeProvider time) : AnswerJudge(SpotifyService.Accounts, "Spotify's login", time)
{
    private const string AppHint = "Check client id, client secret and redirect address in the settings against the app at Spotify's developer site.";

    public override Verdict Judge(ServiceAnswer answer)
    {
        if ((HttpStatusCode)answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) || answer.IsWebPage)
        {
            return answer.IsWebPage && answer.StatusCode < (int)HttpStatusCode.InternalServerError ? Stray(answer) : base.Judge(answer);
        }

        var body = ErrorBody.Of(answer);
        return body.Code switch
        {
            // The app's own address differs between the two steps: no new login cures that.
            "invalid_grant" when body.Message?.Contains("redirect", StringComparison.OrdinalIgnoreCase) == true =>
                new Verdict(Told(Failure.Misconfigured, answer, body, "Spotify refused the login", hint: AppHint)),
            "invalid_grant" => new Verdict(Told(Failure.LogInAgain, answer, body, "Spotify no longer accepts this login")),
            "invalid_client" or "unauthorized_client" => new Verdict(Told(Failure.Misconfigured, answer, body, "Spotify does not know this app", hint: AppHint)),
            not null => new Verdict(Told(Failure.Misconfigured, answer, body, "Spotify refused the login", hint: AppHint)),

            // Neither a known error nor one at all: no reason to give a login up for lost.
            null => Stray(answer),
        };
    }

    private Verdict Stray(ServiceAnswer answer) =>
        new(Told(Failure.Retry, answer, ErrorBody.Of(answer), $"Spotify's login answered in a form that it never does ({answer.StatusCode})")) { IsOutage = true };
}
