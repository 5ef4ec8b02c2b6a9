namespace SpotifyDashboard.Listening;

/// <summary>How a play began and ended and on what: texts that repeat, stored once and named by number.</summary>
/// <remarks>Texts are as the export gave them; a missing one and an empty one are both stored as empty.</remarks>
public sealed class Circumstance
{
    /// <summary>The circumstance in which nothing is known. The first migration stores it.</summary>
    public const int UnknownId = 1;

    public int Id { get; set; }

    /// <summary>Why the play began, for example <c>clickrow</c>.</summary>
    public required string ReasonStart { get; set; }

    /// <summary>Why the play ended, for example <c>trackdone</c> or <c>fwdbtn</c>.</summary>
    public required string ReasonEnd { get; set; }

    /// <summary>Free text of the device or operating system.</summary>
    public required string Platform { get; set; }

    /// <summary>ISO 3166 two-letter country; <c>ZZ</c> where Spotify did not know.</summary>
    public required string Country { get; set; }
}
