namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A letter that a <see cref="FakeMailServer"/> said yes to.</summary>
/// <param name="From">Sender of the envelope.</param>
/// <param name="To">Recipient of the envelope.</param>
/// <param name="User">Who had logged in; null where nobody had.</param>
/// <param name="IsEncrypted">Whether it came by TLS.</param>
/// <param name="Mime">The letter read back.</param>
internal sealed record TakenLetter(string From, string To, string? User, bool IsEncrypted, MimeLetter Mime);
