using SpotifyDashboard.Survey.Columns;
using SpotifyDashboard.Survey.Sources;

namespace SpotifyDashboard.Survey;

/// <summary>What a survey is made of and how its last reading went, for its owner.</summary>
/// <param name="Source">Where the respondents come from.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Columns">Which column tells what.</param>
/// <param name="HashNames">Whether names are stored as keyed hashes only.</param>
/// <param name="Ledger">The account of the last reading; null before the first, and for sample respondents.</param>
/// <param name="ReadAt">The last successful reading (UTC); null before the first.</param>
/// <param name="Problem">What keeps newer answers away; null where nothing does.</param>
/// <param name="FailingSince">Since when (UTC).</param>
/// <param name="NextReadAt">When it is read again (UTC); null where it is not read by itself.</param>
/// <param name="HasUpload">Whether there is an upload, chosen or not.</param>
/// <param name="IsLive">Whether the settings name a sheet or an address that is read by itself.</param>
public sealed record SurveyDescription(
    SurveySource Source,
    string Title,
    ColumnMapping Columns,
    bool HashNames,
    SurveyLedger? Ledger,
    DateTimeOffset? ReadAt,
    string? Problem,
    DateTimeOffset? FailingSince,
    DateTimeOffset? NextReadAt,
    bool HasUpload,
    bool IsLive);
