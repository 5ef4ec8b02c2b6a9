using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.GoogleSheets;

/// <summary>Knows what Google Sheets means by its refusals, and says what mends them.</summary>
internal sealed class SheetsJudge(TimeProvider time) : AnswerJudge(GoogleSheetsClient.Service, "Google Sheets", time)
{
    public override Verdict Judge(ServiceAnswer answer)
    {
        var body = ErrorBody.Of(answer);
        return answer.StatusCode switch
        {
            StatusCodes.Status403Forbidden when IsSwitchedOff(answer) => Refused(
                answer, body, "The Google Sheets API is switched off for the service account's project", "Switch it on in the Google Cloud console, then wait a few minutes."),
            StatusCodes.Status403Forbidden => Refused(
                answer, body, "Google Sheets does not let the service account read the sheet", "Share the sheet with the account's e-mail address (client_email in its key file), as a viewer."),
            StatusCodes.Status404NotFound => Refused(
                answer, body, "Google Sheets knows no sheet with this id", "Check Survey:SheetId: it is the long part of the sheet's address."),
            StatusCodes.Status400BadRequest => new Verdict(Told(Failure.NotFound, answer, body, "Google Sheets could not find the range")),
            _ => base.Judge(answer),
        };
    }

    private Verdict Refused(ServiceAnswer answer, ErrorBody body, string what, string hint) => new(Told(Failure.Misconfigured, answer, body, what, hint: hint));

    private static bool IsSwitchedOff(ServiceAnswer answer) => answer.Text.Contains("SERVICE_DISABLED", StringComparison.Ordinal);
}
