namespace SpotifyDashboard.Storage;

/// <summary>One survey of a listener: where it comes from, what its columns are, how its last reading went. At most one of each kind.</summary>
public sealed class SurveyRow
{
    /// <summary>Whose survey.</summary>
    public int ListenerId { get; set; }

    /// <summary><c>upload</c>, <c>csv</c> or <c>sheet</c>.</summary>
    public required string Source { get; set; }

    /// <summary>Which file, address or sheet; another one replaces the rows, and what the owner said of equal columns stays.</summary>
    public required string SourceKey { get; set; }

    /// <summary>What it is called: the file's or the sheet's name.</summary>
    public required string Title { get; set; }

    /// <summary>Whether the owner keeps it before other sources; meant for uploads.</summary>
    public bool IsChosen { get; set; }

    /// <summary>Whether names are stored as keyed hashes only.</summary>
    public bool HashNames { get; set; } = true;

    /// <summary>The headers, a JSON list of texts.</summary>
    public string Headers { get; set; } = "[]";

    /// <summary>What the owner said of columns: a JSON object from column key to field.</summary>
    public string Choices { get; set; } = "{}";

    /// <summary>The place of the column whose answers stand in <see cref="SurveyAnswerRow.NameHash"/>; null where there is none.</summary>
    public int? NameColumn { get; set; }

    /// <summary>IANA name of the zone of its times; null for the listener's.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The account of the last reading, as JSON; null before the first.</summary>
    public string? Ledger { get; set; }

    /// <summary>What the owner should know of the last reading, in a sentence; null where nothing.</summary>
    public string? Remark { get; set; }

    /// <summary>The last successful reading (UTC); null before the first.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>What keeps newer answers away, in a sentence; null where nothing does.</summary>
    public string? Problem { get; set; }

    /// <summary>Since when (UTC); null while nothing does.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>When it is read again at the earliest (UTC); null where it is not read by itself.</summary>
    public DateTimeOffset? NextReadAt { get; set; }

    /// <summary>Raised with every change of it, its answers or its songs.</summary>
    public long Version { get; set; }
}
