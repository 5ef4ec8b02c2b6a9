namespace SpotifyDashboard.Storage;

/// <summary>Whether a listener wants the words of their songs to be looked for; without a row the installation's default holds.</summary>
public sealed class LyricsChoiceRow
{
    public int ListenerId { get; set; }

    /// <summary>Whether others are asked.</summary>
    public bool IsWanted { get; set; }

    /// <summary>When it was chosen (UTC).</summary>
    public DateTimeOffset ChosenAt { get; set; }
}
