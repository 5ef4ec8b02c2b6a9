namespace SpotifyDashboard.Storage;

/// <summary>Where the polling of one listener's recently played stands.</summary>
public sealed class PollStateRow
{
    public int ListenerId { get; set; }

    /// <summary>The last call (UTC).</summary>
    public DateTimeOffset? LastAttemptAt { get; set; }

    /// <summary>The last good poll (UTC).</summary>
    public DateTimeOffset? LastSuccessAt { get; set; }

    /// <summary>When the next call is due (UTC).</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>Why then, in words for the listener.</summary>
    public string? Why { get; set; }

    /// <summary>Since when polls fail (UTC); null while they succeed.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>The last failure in plain words.</summary>
    public string? LastFailure { get; set; }

    /// <summary>End of the newest play a poll has shown (UTC).</summary>
    public DateTimeOffset? NewestEndedAt { get; set; }

    /// <summary>How late Spotify has shown plays lately, milliseconds after their end.</summary>
    public long LatenessMs { get; set; }

    /// <summary>Saved tracks that Spotify counts and that can't be stored: local files, tracks that have vanished. Known after a whole reading.</summary>
    public int SavedLeftOut { get; set; }

    /// <summary>When the name and picture were last read (UTC).</summary>
    public DateTimeOffset? ProfileReadAt { get; set; }
}
