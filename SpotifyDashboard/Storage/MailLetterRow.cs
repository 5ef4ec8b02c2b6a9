namespace SpotifyDashboard.Storage;

/// <summary>One report or warning of a listener; its key sees that there is one for a period, whoever sends it.</summary>
public sealed class MailLetterRow
{
    public int ListenerId { get; set; }

    /// <summary><c>weekly</c>, <c>monthly</c>, <c>consent-30</c>, <c>consent-7</c>, <c>consent-1</c> or <c>silence</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>Which week, month, end of consent or outage.</summary>
    public required string PeriodKey { get; set; }

    /// <summary>What became of it.</summary>
    public MailLetterState State { get; set; }

    /// <summary>Its <c>Message-ID</c>, the same for every try.</summary>
    public required string MessageId { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When the last try began (UTC).</summary>
    public DateTimeOffset ClaimedAt { get; set; }

    /// <summary>When it is tried again (UTC); null where it is not.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>When the mail server took it (UTC).</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why it did not go out, in a sentence without an address.</summary>
    public string? Problem { get; set; }
}
