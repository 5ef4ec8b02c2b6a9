namespace SpotifyDashboard.Moods.Similarity;

/// <summary>What the search for similar tracks writes into the log.</summary>
internal static partial class SimilarityLog
{
    [LoggerMessage(LogLevel.Error, "What sounds like a track could not be found")]
    public static partial void SearchFailed(ILogger logger, Exception exception);
}
