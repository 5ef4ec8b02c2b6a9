namespace SpotifyDashboard.Survey;

/// <summary>What a column of an uploaded survey was taken for.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Field">The field's key, for example <c>hours_per_day</c>; null where it is not used.</param>
/// <param name="Remark">What the owner should look at; null where nothing.</param>
public sealed record SurveyImportColumn(string Header, string? Field, string? Remark);
