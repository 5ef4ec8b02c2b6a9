using SpotifyDashboard.Lyrics.Reading;
using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Lyrics;

/// <summary>Reads the words of each listener's songs once for all who look, and again when more are known.</summary>
internal sealed class LyricsLibraries(LyricsStore store)
{
    private const int Kept = 4;

    private readonly SharedWork<Version, LyricsLibrary> _libraries = new(Kept);

    /// <summary>What is known now.</summary>
    public async Task<LyricsLibrary> GetAsync(int listenerId, CancellationToken cancellationToken)
    {
        var (count, latest) = await store.VersionAsync(listenerId, cancellationToken);
        var version = new Version(listenerId, count, latest);
        _libraries.Forget(other => other.ListenerId == listenerId && other != version);
        return await _libraries.GetAsync(version, token => ReadAsync(listenerId, token), cancellationToken);
    }

    private async Task<LyricsLibrary> ReadAsync(int listenerId, CancellationToken cancellationToken)
    {
        var marks = await store.MarksAsync(listenerId, cancellationToken);
        var readings = new Dictionary<int, SongReading>();
        await foreach (var (trackId, text) in store.TextsAsync(listenerId, cancellationToken))
        {
            readings.Add(trackId, SongReading.Of(text));
        }

        return new LyricsLibrary(marks, readings);
    }

    private sealed record Version(int ListenerId, int Count, DateTimeOffset Latest);
}
