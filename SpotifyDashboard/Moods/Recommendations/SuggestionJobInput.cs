using System.Text.Json;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>What a fetch of new tracks is given.</summary>
/// <param name="Seeds">Spotify ids of the tracks to start from.</param>
internal sealed record SuggestionJobInput(IReadOnlyList<string> Seeds)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static SuggestionJobInput Read(string? json) =>
        JsonSerializer.Deserialize<SuggestionJobInput>(json ?? "") ?? throw new InvalidOperationException("The job has no input.");
}
