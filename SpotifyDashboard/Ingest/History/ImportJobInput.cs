using System.Text.Json;

namespace SpotifyDashboard.Ingest.History;

/// <summary>What an import job keeps, so that it can be taken up after a restart.</summary>
/// <param name="Files">The files.</param>
/// <param name="AreTemporary">Whether the files were uploaded and go when the job has ended.</param>
internal sealed record ImportJobInput(IReadOnlyList<ImportInput> Files, bool AreTemporary)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static ImportJobInput Parse(string? json) =>
        (json is null ? null : JsonSerializer.Deserialize<ImportJobInput>(json))
        ?? throw new InvalidOperationException("An import job has lost its input.");
}
