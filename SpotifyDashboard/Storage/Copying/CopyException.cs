namespace SpotifyDashboard.Storage.Copying;

/// <summary>A copy that can't be made; the message is a sentence for the person at the terminal. The target is as it was.</summary>
internal sealed class CopyException(string message) : Exception(message);
