namespace SpotifyDashboard.Storage;

/// <summary>A period whose scheduled story has been taken in hand, so that no second process writes it, and none does again once it was deleted.</summary>
public sealed class NarrativeTurnRow
{
    public int ListenerId { get; set; }

    /// <summary><c>weekly</c>, <c>monthly</c> or <c>yearly</c>.</summary>
    public required string Occasion { get; set; }

    /// <summary>The period: <c>2026-W47</c>, <c>2026-11</c>, <c>2026</c>.</summary>
    public required string PeriodKey { get; set; }

    /// <summary>When it was last taken in hand (UTC).</summary>
    public DateTimeOffset TakenAt { get; set; }

    /// <summary>The job that writes the story; null until it is queued.</summary>
    public Guid? JobId { get; set; }
}
