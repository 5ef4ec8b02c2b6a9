namespace SpotifyDashboard.Moods.Likeness;

/// <summary>One of the artists or tracks compared.</summary>
/// <param name="Id">Its public id, as in the address of its page.</param>
/// <param name="Name">The artist's name or the track's title.</param>
/// <param name="Artist">A track's artist; null for an artist.</param>
/// <param name="Plays">Counted plays in the period.</param>
public sealed record LikenessItem(string Id, string Name, string? Artist, int Plays);
