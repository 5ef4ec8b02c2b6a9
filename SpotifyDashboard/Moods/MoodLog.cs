namespace SpotifyDashboard.Moods;

/// <summary>What the page writes into the log.</summary>
internal static partial class MoodLog
{
    [LoggerMessage(LogLevel.Error, "The mood map could not be made")]
    public static partial void MapFailed(ILogger logger, Exception exception);
}
