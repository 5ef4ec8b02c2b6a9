namespace SpotifyDashboard.Storage;

/// <summary>A piece of long work as it is kept across restarts. Its meaning belongs to <c>Jobs</c>.</summary>
public sealed class JobRow
{
    public Guid Id { get; set; }

    /// <summary>Whose job it is.</summary>
    public int ListenerId { get; set; }

    /// <summary>The handler's name, for example <c>import</c>.</summary>
    public required string Kind { get; set; }

    /// <summary><c>queued</c>, <c>running</c>, <c>succeeded</c>, <c>failed</c>, <c>cancelled</c> or <c>interrupted</c>.</summary>
    public required string State { get; set; }

    /// <summary>What is being done, in words; null before the start.</summary>
    public string? Step { get; set; }

    /// <summary>Units of work done.</summary>
    public long Done { get; set; }

    /// <summary>Units of work in all; null while unknown.</summary>
    public long? Total { get; set; }

    /// <summary>A sentence for the listener, above all on failure.</summary>
    public string? Message { get; set; }

    /// <summary>What the handler needs to run, or to run again after a restart (JSON); null where it can't be run again.</summary>
    public string? Input { get; set; }

    /// <summary>What came of it (JSON).</summary>
    public string? Result { get; set; }

    /// <summary>The runner that holds it, queued or running: machine, process id, start of the process, runner; null once it was let go or has ended.</summary>
    public string? Owner { get; set; }

    /// <summary>When it was asked for (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When its row last changed (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
