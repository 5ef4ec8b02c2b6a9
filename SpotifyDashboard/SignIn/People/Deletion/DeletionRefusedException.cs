namespace SpotifyDashboard.SignIn.People.Deletion;

/// <summary>Somebody can't be deleted as things stand; the message says why, and what would help.</summary>
internal sealed class DeletionRefusedException(string message) : Exception(message);
