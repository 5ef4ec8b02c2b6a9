namespace SpotifyDashboard.Moods.Similarity;

/// <summary>A track of the listener's that sounds like another, as pages show it.</summary>
/// <param name="Id">Public id of the track that stands for the recording.</param>
/// <param name="SoundId">Public id of the track whose features were compared; most often the same.</param>
/// <param name="Title">Its title; empty while unknown.</param>
/// <param name="Artist">The artist's name.</param>
/// <param name="ImageUrl">Address of its cover; null while unknown.</param>
/// <param name="Similarity">Cosine of the z-scored features, −1 to 1.</param>
/// <param name="Reason">In what the two are alike and in what not: "both loud and fast, less speech".</param>
public sealed record SoundAlike(string Id, string SoundId, string Title, string Artist, string? ImageUrl, double Similarity, string Reason);
