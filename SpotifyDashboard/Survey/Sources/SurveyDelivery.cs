namespace SpotifyDashboard.Survey.Sources;

/// <summary>A reading that is to be stored.</summary>
/// <param name="ListenerId">Whose survey.</param>
/// <param name="Source">Which of their surveys.</param>
/// <param name="SourceKey">Which file, address or sheet.</param>
/// <param name="Table">What was read.</param>
/// <param name="NextReadAt">When it is read again (UTC); null where it is not by itself.</param>
internal sealed record SurveyDelivery(int ListenerId, SurveySource Source, string SourceKey, SurveyTable Table, DateTimeOffset? NextReadAt);
