namespace SpotifyDashboard.Storage;

/// <summary>What a listener wants of stories; no row: nothing was ever chosen.</summary>
public sealed class NarrativeChoicesRow
{
    public int ListenerId { get; set; }

    /// <summary>When they agreed that facts are sent to the model (UTC); null while they never did.</summary>
    public DateTimeOffset? AgreedAt { get; set; }

    /// <summary>When they withdrew that (UTC); null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Whether names of artists, tracks, albums and genres are left out.</summary>
    public bool LeavesNamesOut { get; set; }

    /// <summary><c>professional</c>, <c>sarcastic</c> or <c>roast</c>: the tone where none is asked for.</summary>
    public required string Tone { get; set; }

    /// <summary>Since when a story of each week is wanted (UTC); null: none.</summary>
    public DateTimeOffset? WeeklySince { get; set; }

    /// <summary>Since when a story of each month is wanted (UTC); null: none.</summary>
    public DateTimeOffset? MonthlySince { get; set; }

    /// <summary>Since when a story of each year is wanted (UTC); null: none.</summary>
    public DateTimeOffset? YearlySince { get; set; }
}
