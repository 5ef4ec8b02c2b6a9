using System.Net;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.MusicBrainz;

/// <summary>Knows that MusicBrainz says "too many" with 503.</summary>
internal sealed class MusicBrainzJudge(TimeProvider time) : AnswerJudge(MusicBrainzClient.Service, "MusicBrainz", time)
{
    public override Verdict Judge(ServiceAnswer answer) =>
        answer.StatusCode == (int)HttpStatusCode.ServiceUnavailable ? Throttled(answer, ErrorBody.Of(answer)) : base.Judge(answer);
}
