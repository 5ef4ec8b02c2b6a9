namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A playlist that somebody made.</summary>
internal sealed class WorldPlaylist(string id, WorldUser owner, string name, bool isPublic)
{
    public string Id => id;

    public WorldUser Owner => owner;

    public string Name => name;

    public bool IsPublic => isPublic;

    public string? Description { get; init; }

    /// <summary>URIs, in order; replaced as a whole, so that a reader needs no lock.</summary>
    public IReadOnlyList<string> Uris { get; set; } = [];
}
