namespace SpotifyDashboard.Ingest.History;

/// <summary>One file handed in.</summary>
/// <param name="Path">Where it lies on this machine.</param>
/// <param name="Name">Its name as the listener knows it.</param>
public sealed record ImportInput(string Path, string Name);
