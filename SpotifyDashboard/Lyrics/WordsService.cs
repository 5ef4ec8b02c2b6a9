using SpotifyDashboard.Lyrics.Figures;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Lyrics;

/// <summary>Reads what the words of a listener's songs say in a period. Computed here; nobody outside is asked.</summary>
internal sealed class WordsService(LyricsLibraries libraries, MoodMapService maps)
{
    /// <summary>The figures of the period of <paramref name="view"/>; computed once for all who ask while nothing changes.</summary>
    public async Task<WordsFigures> ReadAsync(ListeningView view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        var library = await libraries.GetAsync(view.Log.ListenerId, cancellationToken);
        var map = await maps.GetAsync(MoodMapRequest.OfLibrary(view.Log.ListenerId, MoodMapRequest.DefaultMoods), cancellationToken);
        return await Task.Run(() => WordsStatistics.Of(view, library, map), cancellationToken);
    }
}
