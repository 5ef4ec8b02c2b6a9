namespace SpotifyDashboard.Survey;

/// <summary>The account of an uploaded survey: <c>read = taken + empty + malformed</c>.</summary>
/// <param name="Title">What the survey is called from now on.</param>
/// <param name="Read">Rows below the header.</param>
/// <param name="Taken">Rows that became respondents.</param>
/// <param name="Empty">Rows without any answer.</param>
/// <param name="Malformed">Rows that could not be read.</param>
/// <param name="Reasons">Why they could not, with how often.</param>
/// <param name="Unreadable">Answers of taken rows that make no sense and count as unknown, by reason.</param>
/// <param name="Columns">What each column was taken for.</param>
/// <param name="Balances">Whether every row is accounted for.</param>
public sealed record SurveyImportResult(
    string Title,
    int Read,
    int Taken,
    int Empty,
    int Malformed,
    IReadOnlyDictionary<string, int> Reasons,
    IReadOnlyDictionary<string, int> Unreadable,
    IReadOnlyList<SurveyImportColumn> Columns,
    bool Balances);
