using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>What a listener wants by mail.</summary>
/// <param name="Recipient">Their address; never logged.</param>
/// <param name="Rhythm">How often a report comes.</param>
/// <param name="Warns">Whether warnings come.</param>
internal sealed record MailChoice(string Recipient, MailRhythm Rhythm, bool Warns)
{
    /// <summary>Keeps the address out of every log.</summary>
    public override string ToString() => $"mail {Rhythm}";
}
