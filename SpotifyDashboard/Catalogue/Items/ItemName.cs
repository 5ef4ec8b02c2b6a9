namespace SpotifyDashboard.Catalogue.Items;

/// <summary>An item that another one names: the artist of a track, the album it is on.</summary>
/// <param name="Id">Its public id.</param>
/// <param name="Name">Name or title.</param>
public sealed record ItemName(string Id, string Name);
