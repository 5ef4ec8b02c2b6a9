namespace SpotifyDashboard.Providers.Mail;

/// <summary>One letter to one person, in two forms that say the same.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The letter as plain text.</param>
/// <param name="Html">The letter as a whole HTML document; it loads nothing.</param>
/// <param name="MessageId">What it is known by: the same for every try to send it, without angle brackets.</param>
/// <param name="Unsubscribe">Where the reader ends such letters with one click; null for one that was asked for.</param>
public sealed record MailLetter(string To, string Subject, string Text, string Html, string MessageId, Uri? Unsubscribe)
{
    /// <summary>Keeps the address out of every log.</summary>
    public override string ToString() => $"letter {MessageId}";
}
