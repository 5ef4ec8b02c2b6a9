namespace SpotifyDashboard.Survey.Sources;

/// <summary>What the kinds of sources are called in the database.</summary>
internal static class SourceNames
{
    public static string Of(SurveySource source) => source switch
    {
        SurveySource.Upload => "upload",
        SurveySource.PublishedCsv => "csv",
        SurveySource.GoogleSheet => "sheet",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Sample respondents are stored nowhere."),
    };
}
