namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>Whose listening a visitor sees, where the listener says so.</summary>
/// <param name="Name">How the dashboard calls them.</param>
/// <param name="ImageUrl">Address of their picture, or null.</param>
public sealed record SharedOwner(string Name, string? ImageUrl);
