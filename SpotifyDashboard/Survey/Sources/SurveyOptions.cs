namespace SpotifyDashboard.Survey.Sources;

/// <summary>How often the survey is read: section <c>Survey</c>, whose addresses are those of <see cref="Providers.GoogleSheets.SheetOptions"/>.</summary>
public sealed class SurveyOptions
{
    public const string SectionName = "Survey";

    /// <summary>From one reading of the sheet or the published CSV to the next.</summary>
    public TimeSpan RefreshEvery { get; set; } = TimeSpan.FromSeconds(60);

    internal bool HasPossibleRefreshEvery => RefreshEvery >= TimeSpan.FromSeconds(1) && RefreshEvery <= TimeSpan.FromDays(1);
}
