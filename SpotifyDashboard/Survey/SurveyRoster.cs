using System.Collections.Immutable;

namespace SpotifyDashboard.Survey;

/// <summary>The respondents of a survey as last read. Immutable, shared by all who look at it; a newer reading is another object.</summary>
/// <param name="ListenerId">Whose survey.</param>
/// <param name="Source">Where the respondents come from; <see cref="SurveySource.Sample"/> ones are invented and must be marked as such wherever they are shown.</param>
/// <param name="Respondents">In the order of their rows.</param>
/// <param name="Title">What the survey is called: the sheet's or the file's name.</param>
/// <param name="ReadAt">When it was last read with success (UTC); null where it never was.</param>
/// <param name="Problem">What stands in the way of newer answers, as a sentence with the mend; null where nothing does.</param>
public sealed record SurveyRoster(
    int ListenerId,
    SurveySource Source,
    ImmutableArray<Respondent> Respondents,
    string Title,
    DateTimeOffset? ReadAt,
    string? Problem);
