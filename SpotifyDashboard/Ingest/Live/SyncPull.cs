using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>What the parts of one pull have brought so far.</summary>
internal sealed class SyncPull(int listenerId)
{
    public int ListenerId => listenerId;

    public int PlaysFetched { get; set; }

    public int PlaysAdded { get; set; }

    public int Gaps { get; set; }

    public int TopTracks { get; set; }

    public int TopArtists { get; set; }

    public int SavedTracks { get; set; }

    /// <summary>Numbers of all tracks that were told of.</summary>
    public HashSet<int> Tracks { get; } = [];

    /// <summary>The first thing that went wrong, as a sentence.</summary>
    public string? Problem { get; private set; }

    /// <summary>When to ask again at the earliest (UTC).</summary>
    public DateTimeOffset? WaitUntil { get; private set; }

    public void Note(ProviderException exception)
    {
        Problem ??= exception.Hint is { } hint ? $"{exception.Message} {hint}" : exception.Message;
        WaitUntil ??= exception.Failure == Failure.WaitUntil ? exception.RetryAt : null;
    }
}
