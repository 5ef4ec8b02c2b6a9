namespace SpotifyDashboard.SignIn.Keys;

/// <summary>The keys that seal tokens are there and can't be read; nothing was changed. The message says which setting or row it is about, and nothing secret.</summary>
internal sealed class KeyRingException(string message) : InvalidOperationException(message);
