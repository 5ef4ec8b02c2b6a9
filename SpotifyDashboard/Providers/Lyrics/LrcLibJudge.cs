using System.Net;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Lyrics;

/// <summary>Knows that LRCLIB says "no such song" in JSON: any other 404 comes from somebody else, and says nothing of the song.</summary>
internal sealed class LrcLibJudge(TimeProvider time) : AnswerJudge(LrcLibClient.Service, "LRCLIB", time)
{
    public override Verdict Judge(ServiceAnswer answer) =>
        (HttpStatusCode)answer.StatusCode == HttpStatusCode.NotFound && ErrorBody.Of(answer) is { IsJson: false } body
            ? new Verdict(Told(Failure.Misconfigured, answer, body, "There is no LRCLIB at this address", hint: "Check LrcLib:Url."))
            : base.Judge(answer);
}
