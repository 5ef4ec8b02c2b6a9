namespace SpotifyDashboard.Listening;

/// <summary>The person whose plays are stored.</summary>
public sealed class Listener
{
    public int Id { get; set; }

    /// <summary>How the dashboard calls them.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Address of their picture at Spotify; null where none.</summary>
    public string? ImageUrl { get; set; }

    /// <summary>IANA time zone in which their days and hours are counted.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Whether they chose the zone themselves; until then the browser's zone is taken.</summary>
    public bool TimeZoneChosen { get; set; }

    /// <summary>Which plays count where an address does not say.</summary>
    public CountingRule CountingRule { get; set; }

    /// <summary><c>light</c>, <c>dark</c> or <c>system</c>.</summary>
    public string Theme { get; set; } = "system";

    /// <summary>BCP 47 language of numbers and dates; null for the browser's.</summary>
    public string? Language { get; set; }

    /// <summary>Whether the page that anybody may see says their name and shows their picture.</summary>
    public bool ShowsNamePublicly { get; set; }

    /// <summary>Whether this is the demo listener, whose plays are synthetic.</summary>
    public bool IsDemo { get; set; }

    /// <summary>When they gave Spotify's consent (UTC); null while not connected.</summary>
    public DateTimeOffset? AuthorizedAt { get; set; }

    /// <summary>When the row was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Raised with every change of their plays or library; 0 while there is nothing of theirs.</summary>
    public long PlaysVersion { get; set; }

    /// <summary>The <see cref="PlaysVersion"/> of the last change that was more than new plays with higher ids: the log is then built anew.</summary>
    public long RewrittenAtVersion { get; set; }

    /// <summary>The moment consent runs out: six months after it was given, whatever was refreshed since (contracts, 1.5).</summary>
    public DateTimeOffset? ReauthorizeBy => AuthorizedAt?.AddMonths(6);
}
