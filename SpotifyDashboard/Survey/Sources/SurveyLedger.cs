namespace SpotifyDashboard.Survey.Sources;

/// <summary>The account of one reading: <c>read = taken + empty + malformed</c>, each counted where a row's fate is decided.</summary>
/// <param name="Read">Rows below the header.</param>
/// <param name="Taken">Rows that became respondents.</param>
/// <param name="Empty">Rows without any answer.</param>
/// <param name="Malformed">Rows that could not be read.</param>
/// <param name="Reasons">Why they could not, with how often.</param>
/// <param name="Unreadable">Answers of taken rows that make no sense and count as unknown, by reason.</param>
/// <param name="Added">Taken rows that were not known before.</param>
/// <param name="Changed">Taken rows that were edited in their place.</param>
/// <param name="Removed">Known rows that are gone.</param>
public sealed record SurveyLedger(
    int Read,
    int Taken,
    int Empty,
    int Malformed,
    IReadOnlyDictionary<string, int> Reasons,
    IReadOnlyDictionary<string, int> Unreadable,
    int Added,
    int Changed,
    int Removed)
{
    /// <summary>Whether every row is accounted for.</summary>
    public bool Balances => Read == Taken + Empty + Malformed;
}
