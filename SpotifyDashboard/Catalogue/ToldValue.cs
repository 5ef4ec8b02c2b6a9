namespace SpotifyDashboard.Catalogue;

/// <summary>A value with where it comes from.</summary>
/// <param name="Name">What it is: "Energy".</param>
/// <param name="Text">The value as it is read; null while unknown.</param>
/// <param name="Provenance">A provider or a file; null where it came with the plays.</param>
/// <param name="StoredAt">When it was stored (UTC); null where that is unknown.</param>
public sealed record ToldValue(string Name, string? Text, string? Provenance = null, DateTimeOffset? StoredAt = null)
{
    /// <summary>Where it comes from, in words.</summary>
    public string From => Provenance switch
    {
        null => "your history",
        "reccobeats" => "ReccoBeats",
        "spotify" => "Spotify",
        "musicbrainz" => "MusicBrainz",
        "demo" => "made up for the demo",
        var file => file,
    };
}
