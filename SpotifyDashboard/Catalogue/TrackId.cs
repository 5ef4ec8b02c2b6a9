namespace SpotifyDashboard.Catalogue;

/// <summary>One of the ids under which a recording is known.</summary>
/// <param name="Id">Number of the track's row.</param>
/// <param name="PublicId">The id by which addresses call it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Album">Its album; null while unknown.</param>
/// <param name="Plays">Counted plays under this id.</param>
public sealed record TrackId(int Id, string PublicId, string Title, string? Album, int Plays);
