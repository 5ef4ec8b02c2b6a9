using System.Net.Mail;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Mail;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Addresses drafts and hands them to the mail server.</summary>
internal sealed class MailPost(SmtpMailer mailer, IOptions<MailOptions> options)
{
    /// <summary>Whether a mail server is set.</summary>
    public bool IsSet => mailer.IsSet;

    /// <summary>Sends a draft.</summary>
    /// <param name="recipient">The address.</param>
    /// <param name="draft">The letter.</param>
    /// <param name="messageId">What it is known by, without a host.</param>
    /// <param name="foot">Holds the link that ends such letters.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <exception cref="MailException">It was not sent.</exception>
    public Task SendAsync(string recipient, MailDraft draft, string messageId, MailFoot foot, CancellationToken cancellationToken)
    {
        var host = MailAddress.TryCreate(options.Value.From, out var sender) ? sender.Host : "localhost";
        return mailer.SendAsync(new MailLetter(recipient, draft.Subject, draft.Text, draft.Html, $"{messageId}@{host}", foot.Unsubscribe), cancellationToken);
    }
}
