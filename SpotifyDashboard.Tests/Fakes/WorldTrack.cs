namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A track of a <see cref="SpotifyWorld"/>.</summary>
internal sealed class WorldTrack(string id, string name, WorldAlbum album, IReadOnlyList<WorldArtist> artists, int durationMs)
{
    public string Id => id;

    public string Name => name;

    public WorldAlbum Album => album;

    /// <summary>Main artist first.</summary>
    public IReadOnlyList<WorldArtist> Artists => artists;

    public int DurationMs => durationMs;

    public string? Isrc { get; init; }

    public int TrackNumber { get; init; } = 1;

    public bool IsExplicit { get; init; }

    /// <summary>0–100: extended quota and ReccoBeats only.</summary>
    public int Popularity { get; set; } = 30;

    /// <summary>Its sound; null: neither ReccoBeats nor the old endpoint can tell.</summary>
    public WorldFeatures? Features { get; set; }

    /// <summary>Whether ReccoBeats has never heard of it.</summary>
    public bool IsUnknownToReccoBeats { get; set; }

    /// <summary>The track that Spotify answers with when this one is asked for.</summary>
    public WorldTrack? RelinkedTo { get; set; }

    /// <summary>Taken from the catalogue: 404, and null where it was saved.</summary>
    public bool HasVanished { get; set; }

    public string Uri => $"spotify:track:{id}";
}
