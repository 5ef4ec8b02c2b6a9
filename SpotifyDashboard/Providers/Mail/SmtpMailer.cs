using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Mail;

/// <summary>Hands letters to the mail server of the settings (SMTP with STARTTLS), each over a connection of its own.</summary>
public sealed class SmtpMailer
{
    /// <summary>Its name in logs and on the status page.</summary>
    public const string Service = "mail";

    /// <summary>From the first byte to the server's yes; a server that takes longer is stuck.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly MailOptions _options;
    private readonly MailTrust _trust;
    private readonly ServiceStates _states;
    private readonly TimeProvider _time;

    internal SmtpMailer(IOptions<MailOptions> options, MailTrust trust, ServiceStates states, TimeProvider time) =>
        (_options, _trust, _states, _time) = (options.Value, trust, states, time);

    /// <summary>Whether the settings name a mail server.</summary>
    public bool IsSet => _options.IsSet;

    /// <summary>Sends a letter and waits for the server's yes.</summary>
    /// <param name="letter">What to send.</param>
    /// <param name="cancellationToken">Ends the sending. Where the server was already given the letter that is a <see cref="MailProblem.Unclear"/>, not a cancellation.</param>
    /// <exception cref="MailException">It was not sent, or may not have been; the message says why and what mends it.</exception>
    public async Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letter);
        if (!IsSet || _options.Sender is not { } sender)
        {
            throw new MailException(MailProblem.Unusable, "No mail server is set; Mail:Host and Mail:From name one.");
        }

        using var envelope = MailEnvelope.Pack(letter, sender);
        using var patience = new CancellationTokenSource(s_patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await SendAsync(envelope.Message, either.Token);
            _states.Succeeded(Service);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested && !envelope.WasHandedOver)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception)
        {
            // Whatever it was: whoever asked has to know whether the server may have the letter.
            var failed = MailFailures.Tell(exception, _options, envelope.WasHandedOver);
            _states.Failed(Service, failed.Message, nextTryAt: null);
            throw failed;
        }
    }

    private async Task SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        _trust.Apply();
        using var client = new SmtpClient(_options.Host, _options.Port)
        {
            // The library's word for STARTTLS: a server that does not offer it is told nothing.
            EnableSsl = _options.NeedsTls,
            UseDefaultCredentials = false,
            Credentials = _options.User.Length > 0 ? new NetworkCredential(_options.User, _options.Password) : null,

            // The library's own limit, in real time: only where the patience above, which can be driven, did not end it.
            Timeout = (int)(2 * s_patience).TotalMilliseconds,
        };
        var sending = client.SendMailAsync(message, cancellationToken);
        try
        {
            // Once the letter is handed over, the library hears of a cancellation only at its own limit; leaving here closes the connection.
            await sending.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!sending.IsCompleted)
        {
            _ = sending.ContinueWith(static left => left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
    }
}
