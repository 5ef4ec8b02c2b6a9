using System.Text.Json;

namespace SpotifyDashboard.Moods.Playlists;

/// <summary>What a playlist job is given.</summary>
/// <param name="Playlist">Which of the listener's playlists it makes.</param>
internal sealed record PlaylistJobInput(Guid Playlist)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static PlaylistJobInput Read(string? json) =>
        JsonSerializer.Deserialize<PlaylistJobInput>(json ?? "") ?? throw new InvalidOperationException("The job has no input.");
}
