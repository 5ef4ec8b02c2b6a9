using System.Collections.Concurrent;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Lyrics.Reading;
using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Lyrics;

/// <summary>Reads the words of each listener's songs once for all who look, and again when more are known.</summary>
internal sealed class LyricsLibraries : IDisposable
{
    private const int Kept = 4;

    private readonly LyricsStore _store;
    private readonly IDisposable _subscription;
    private readonly SharedWork<Version, LyricsLibrary> _libraries = new(Kept);

    /// <summary>The last library of each listener: while words are being found, only the new ones are read.</summary>
    private readonly ConcurrentDictionary<int, (DateTimeOffset Latest, LyricsLibrary Library)> _last = new();

    public LyricsLibraries(LyricsStore store, ListenerGone listenerGone)
    {
        _store = store;
        _subscription = listenerGone.Subscribe(Drop);
    }

    /// <summary>What is known now.</summary>
    public async Task<LyricsLibrary> GetAsync(int listenerId, CancellationToken cancellationToken)
    {
        var (count, latest) = await _store.VersionAsync(listenerId, cancellationToken);
        var version = new Version(listenerId, count, latest);
        _libraries.Forget(other => other.ListenerId == listenerId && other != version);
        return await _libraries.GetAsync(version, token => ReadAsync(version, token), cancellationToken);
    }

    public void Dispose() => _subscription.Dispose();

    private void Drop(int listenerId)
    {
        _libraries.Forget(version => version.ListenerId == listenerId);
        _last.TryRemove(listenerId, out _);
    }

    private async Task<LyricsLibrary> ReadAsync(Version version, CancellationToken cancellationToken)
    {
        var (read, known) = _last.TryGetValue(version.ListenerId, out var last) ? last : (DateTimeOffset.UnixEpoch, null);
        var marks = await _store.MarksAsync(version.ListenerId, cancellationToken);
        var readings = known is null
            ? []
            : known.Readings.Where(reading => marks.GetValueOrDefault(reading.Key) is { State: LyricsState.Found }).ToDictionary();
        await foreach (var (trackId, text) in _store.TextsAsync(version.ListenerId, since: read, cancellationToken))
        {
            readings[trackId] = SongReading.Of(text);
        }

        var library = new LyricsLibrary(marks, readings);
        _last[version.ListenerId] = (version.Latest, library);
        return library;
    }

    private sealed record Version(int ListenerId, int Count, DateTimeOffset Latest);
}
