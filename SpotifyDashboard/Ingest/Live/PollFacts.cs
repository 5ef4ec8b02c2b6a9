namespace SpotifyDashboard.Ingest.Live;

/// <summary>All that the next poll's time is decided from.</summary>
internal sealed record PollFacts
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Since when polls fail; null while they succeed.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>The last plays shown, newest first.</summary>
    public IReadOnlyList<SeenPlay> Recent { get; init; } = [];

    /// <summary>How late Spotify has shown plays lately.</summary>
    public TimeSpan Lateness { get; init; }

    /// <summary>Plays that this listener usually begins within the coming hour of the week; 0 where nothing is known.</summary>
    public double UsualPlays { get; init; }

    /// <summary>Calls that polls may still make in this window, of all listeners who share the app.</summary>
    public required int CallsLeft { get; init; }

    /// <summary>Calls in 24 hours.</summary>
    public required int DailyCalls { get; init; }

    /// <summary>Listeners who are polled with the same app.</summary>
    public required int Listeners { get; init; }

    /// <summary>How often it is looked whether a poll is due.</summary>
    public required TimeSpan WakeEvery { get; init; }

    /// <summary>The fixed time between polls; null for <c>Auto</c>.</summary>
    public TimeSpan? FixedInterval { get; init; }
}
