namespace SpotifyDashboard.Catalogue.Items;

/// <summary>A track that sounds like another.</summary>
/// <param name="TrackId">Its public id.</param>
/// <param name="Title">The title; empty while unknown.</param>
/// <param name="Artist">The artist's name.</param>
/// <param name="Similarity">Cosine of their scaled features, −1 to 1.</param>
public sealed record SimilarTrack(string TrackId, string Title, string Artist, double Similarity);
