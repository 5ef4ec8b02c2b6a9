namespace SpotifyDashboard.Survey.Songs;

/// <summary>How far the search for the favourite songs of a survey is.</summary>
/// <param name="Total">Different songs that were named.</param>
/// <param name="Found">Those that a track was found for, or the owner chose one.</param>
/// <param name="WithFeatures">Those of them whose sound is known.</param>
/// <param name="NotFound">Those that nobody knows; looked up again after a month.</param>
/// <param name="Waiting">Those not looked up yet.</param>
/// <param name="IsWorking">Whether the search is under way.</param>
/// <param name="Problem">What keeps it, in a sentence; null where nothing does.</param>
/// <param name="NextTryAt">When it goes on (UTC); null where nothing keeps it.</param>
public sealed record SongProgress(int Total, int Found, int WithFeatures, int NotFound, int Waiting, bool IsWorking, string? Problem, DateTimeOffset? NextTryAt);
