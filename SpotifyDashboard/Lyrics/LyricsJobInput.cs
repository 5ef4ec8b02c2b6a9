using System.Text.Json;

namespace SpotifyDashboard.Lyrics;

/// <summary>What looking for the words of one song is given.</summary>
/// <param name="TrackId">The track's public id.</param>
internal sealed record LyricsJobInput(string TrackId)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static LyricsJobInput Read(string? json) =>
        JsonSerializer.Deserialize<LyricsJobInput>(json ?? "") ?? throw new InvalidOperationException("The job has no input.");
}
