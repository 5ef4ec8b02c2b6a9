using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;

namespace SpotifyDashboard.Providers.Mail;

/// <summary>Says in one sentence what a mail server or the way to it meant.</summary>
internal static partial class MailFailures
{
    private const int LongestQuote = 200;

    /// <summary>The failure as one problem.</summary>
    /// <param name="exception">What the library threw.</param>
    /// <param name="options">The settings to name.</param>
    /// <param name="wasHandedOver">Whether the server was given any of the letter.</param>
    public static MailException Tell(Exception exception, MailOptions options, bool wasHandedOver)
    {
        var status = exception is SmtpException told ? (int)told.StatusCode : -1;
        var (problem, message) = exception switch
        {
            // An answer of the server is a no, whenever it comes.
            _ when status is 530 or 534 or 535 or 538 => (MailProblem.LogIn, options.User.Length > 0
                ? $"The mail server did not accept Mail:User and Mail:Password.{Quote(exception)}"
                : $"The mail server wants a login; set Mail:User and Mail:Password.{Quote(exception)}"),
            SmtpFailedRecipientException when status >= 500 => (MailProblem.Recipient, $"The mail server does not take mail for this address.{Quote(exception)}"),
            _ when status is >= 400 and < 500 => (MailProblem.Busy, $"The mail server asks to come again later.{Quote(exception)}"),
            _ when status >= 500 => (MailProblem.Refused, $"The mail server refused the mail.{Quote(exception)}"),
            _ when wasHandedOver => (MailProblem.Unclear, "The mail server was given the mail and did not say whether it took it."),
            _ when Holds<AuthenticationException>(exception) => (MailProblem.Insecure,
                "The mail server's certificate could not be verified, so nothing was sent; Mail:Host must be the name in it, and Mail:CertificateAuthority names an authority of your own."),
            _ when Holds<SocketException>(exception) && !Holds<IOException>(exception) => (MailProblem.Unreachable,
                $"The mail server {options.Host} can't be reached at port {options.Port}; check Mail:Host and Mail:Port."),
            SmtpException { InnerException: null } when options.NeedsTls && IsAboutTls(exception) => (MailProblem.Insecure,
                "The mail server does not offer STARTTLS, so nothing was sent; the port for it is usually 587 (Mail:Port)."),
            OperationCanceledException => (MailProblem.Broken, "The mail server did not answer in time."),
            _ => (MailProblem.Broken, "The mail server ended the connection before it had the mail."),
        };
        return new MailException(problem, message, exception);
    }

    private static bool IsAboutTls(Exception exception) => exception.Message.Contains("secure", StringComparison.OrdinalIgnoreCase);

    private static bool Holds<T>(Exception exception)
        where T : Exception
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is T)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the server said, without the addresses that servers like to repeat.</summary>
    private static string Quote(Exception exception)
    {
        var said = Answer().Match(exception.Message) is { Success: true } match ? match.Groups["said"].Value : "";
        said = Address().Replace(said, "(address)").Trim();
        return said.Length == 0 ? "" : $" It said: {(said.Length > LongestQuote ? said[..LongestQuote] : said)}";
    }

    [GeneratedRegex(@"response was: (?<said>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Answer();

    [GeneratedRegex(@"<?[^\s<>@]+@[^\s<>@]+>?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
