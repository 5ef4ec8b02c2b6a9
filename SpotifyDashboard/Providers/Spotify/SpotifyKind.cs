namespace SpotifyDashboard.Providers.Spotify;

/// <summary>A kind of thing in Spotify's catalogue.</summary>
/// <param name="Path">Its path, for example <c>audio-features</c>.</param>
/// <param name="Member">The list in an answer about several.</param>
/// <param name="BatchSize">How many may be asked for at once.</param>
/// <param name="Capability">What the app needs for asking about several.</param>
/// <param name="HasSingles">Whether an app without it may ask one by one.</param>
internal sealed record SpotifyKind(string Path, string Member, int BatchSize, SpotifyCapability Capability, bool HasSingles);
