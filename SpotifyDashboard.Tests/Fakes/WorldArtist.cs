namespace SpotifyDashboard.Tests.Fakes;

/// <summary>An artist of a <see cref="SpotifyWorld"/>.</summary>
internal sealed class WorldArtist(string id, string name)
{
    public string Id => id;

    public string Name => name;

    /// <summary>What Spotify says; null: it leaves the field away.</summary>
    public IReadOnlyList<string>? Genres { get; set; }

    /// <summary>Its MusicBrainz id; null: MusicBrainz does not know the Spotify address.</summary>
    public Guid? MusicBrainzId { get; set; }

    /// <summary>What MusicBrainz says, with votes.</summary>
    public IReadOnlyList<(string Name, int Count)> MusicBrainzGenres { get; set; } = [];

    /// <summary>Extended quota only.</summary>
    public int Popularity { get; set; } = 40;
}
