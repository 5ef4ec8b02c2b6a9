using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace SpotifyDashboard.Providers.Mail;

/// <summary>A letter as <c>System.Net.Mail</c> sends it: headers, and both forms as alternatives, the plainer first.</summary>
internal sealed class MailEnvelope : IDisposable
{
    /// <summary>Both parts end here; the first reading of either means that the server has said yes to DATA.</summary>
    private readonly WatchedContent[] _contents;

    private MailEnvelope(MailMessage message, WatchedContent[] contents) => (Message, _contents) = (message, contents);

    public MailMessage Message { get; }

    /// <summary>Whether the server was given any of the letter.</summary>
    public bool WasHandedOver => Array.Exists(_contents, static content => content.WasRead);

    /// <summary>Packs a letter.</summary>
    /// <exception cref="MailException">An address, the subject, the id or the link holds what does not belong into a header.</exception>
    public static MailEnvelope Pack(MailLetter letter, MailAddress sender)
    {
        if (MailAddresses.WhyNot(letter.To) is not null)
        {
            throw new MailException(MailProblem.Unusable, "The address in the settings is none that mail can be sent to.");
        }

        if (!IsOneLine(letter.Subject) || !IsOneLine(letter.MessageId) || letter.MessageId.AsSpan().ContainsAny('<', '>', ' ') || letter.Unsubscribe is { IsAbsoluteUri: false })
        {
            throw new MailException(MailProblem.Unusable, "The mail has a line end where none may be, so it was not sent.");
        }

        WatchedContent[] contents = [Content(letter.Text), Content(letter.Html)];
        var message = new MailMessage(sender, new MailAddress(letter.To)) { Subject = letter.Subject, SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8 };
        message.AlternateViews.Add(View(contents[0], MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(contents[1], MediaTypeNames.Text.Html));
        message.Headers.Add("Message-ID", $"<{letter.MessageId}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
            if (unsubscribe.Scheme == Uri.UriSchemeHttps)
            {
                // RFC 8058 speaks of https alone; a mail service would try the address of a home network in vain.
                message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }

        return new MailEnvelope(message, contents);
    }

    public void Dispose() => Message.Dispose();

    private static bool IsOneLine(string text) => text.Length > 0 && !text.Any(char.IsControl);

    private static WatchedContent Content(string text) => new(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));

    private static AlternateView View(WatchedContent content, string mediaType) =>
        new(content, new ContentType(mediaType) { CharSet = "utf-8" }) { TransferEncoding = TransferEncoding.QuotedPrintable };
}
