using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.History;

/// <summary>Sources as people call them.</summary>
internal static class SourceWords
{
    /// <summary>The words for a source's name, for example of <see cref="HistoryItem.Source"/>.</summary>
    public static string Of(string source) => source switch
    {
        nameof(Source.ExtendedExport) => "Extended history",
        nameof(Source.Poll) => "Spotify, live",
        nameof(Source.AccountExport) => "Account data",
        nameof(Source.Demo) => "Demo",
        _ => source,
    };
}
