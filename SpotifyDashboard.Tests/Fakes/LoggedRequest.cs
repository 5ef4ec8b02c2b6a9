namespace SpotifyDashboard.Tests.Fakes;

/// <summary>One line of a <see cref="RequestLog"/>.</summary>
/// <param name="Query">With its question mark, as sent; empty without one.</param>
/// <param name="At">By the fake's clock, when it arrived.</param>
/// <param name="Listener">The user whose token it bore, where there was one.</param>
/// <param name="Status">As answered; 0 when the connection was stalled or cut on purpose.</param>
internal sealed record LoggedRequest(string Method, string Path, string Query, DateTimeOffset At, string? Listener, int Status);
