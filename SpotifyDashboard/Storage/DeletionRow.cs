namespace SpotifyDashboard.Storage;

/// <summary>Somebody's wish to be deleted, and once it is fulfilled its receipt, in which nothing says who they were.</summary>
public sealed class DeletionRow
{
    /// <summary>The receipt's number: its day and a text that nobody can guess.</summary>
    public required string Number { get; set; }

    /// <summary>The listener to delete, or the account where <see cref="IsAccountOnly"/>; null once nothing of them is left.</summary>
    public int? SubjectId { get; set; }

    /// <summary>Whether the account of a guest goes, who has no plays of their own.</summary>
    public bool IsAccountOnly { get; set; }

    /// <summary>Whether an owner asked for it, not they themselves.</summary>
    public bool ByOwner { get; set; }

    /// <summary>When it was asked for (UTC).</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>When their rows were deleted (UTC); null until then.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>When what only they had of the catalogue was deleted too (UTC): the end.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>What was deleted (JSON); null until <see cref="ErasedAt"/>.</summary>
    public string? Document { get; set; }

    /// <summary>SHA-256 of <see cref="Document"/>, hexadecimal; null until <see cref="DoneAt"/>.</summary>
    public string? Checksum { get; set; }
}
