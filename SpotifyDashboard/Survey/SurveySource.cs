namespace SpotifyDashboard.Survey;

/// <summary>Where respondents come from.</summary>
public enum SurveySource
{
    /// <summary>Invented respondents, made from a seed, while nothing is set.</summary>
    Sample,

    /// <summary>A CSV or TSV that the owner uploaded.</summary>
    Upload,

    /// <summary>A CSV that is published on the web.</summary>
    PublishedCsv,

    /// <summary>A Google Sheet that is read by a service account.</summary>
    GoogleSheet,
}
