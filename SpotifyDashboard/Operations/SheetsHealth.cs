using System.Globalization;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations;

/// <summary>Judges the reading of the survey by what its last reading left behind. Pure: no clock, no call.</summary>
internal static class SheetsHealth
{
    /// <summary>The Google Sheet.</summary>
    /// <param name="isSet">Whether the settings name a sheet.</param>
    /// <param name="survey">What is stored of it, or null.</param>
    public static ServiceHealth Of(bool isSet, SurveyRow? survey) => (isSet, survey) switch
    {
        (false, _) => ServiceHealth.Healthy("No sheet is set."),
        (_, { Problem: { } problem, FailingSince: { } since }) => ServiceHealth.Degraded($"Not read since {Say(since)}: {problem}"),
        (_, { ReadAt: { } read }) => ServiceHealth.Healthy($"Last read at {Say(read)}."),
        _ => ServiceHealth.Healthy("The first reading is about to begin."),
    };

    private static string Say(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
