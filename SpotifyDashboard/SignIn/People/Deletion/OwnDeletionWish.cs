namespace SpotifyDashboard.SignIn.People.Deletion;

/// <summary>What somebody types who wants to be deleted.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Password">Their password, where they have one.</param>
/// <param name="Successor">The account that is to run the house in their place; null for none.</param>
internal sealed record OwnDeletionWish(string? Name, string? Password, int? Successor);
