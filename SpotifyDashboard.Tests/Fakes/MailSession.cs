using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>One conversation with a <see cref="FakeMailServer"/>.</summary>
internal sealed class MailSession(FakeMailServer server, TcpClient client) : IAsyncDisposable
{
    /// <summary>RFC 5321, 4.5.3.1: bytes of a line without its end.</summary>
    private const int LongestLine = 998;

    private const int LongestCommand = 510;

    private readonly MailWire _wire = new(client.GetStream(), server.Violated);
    private string? _hello;
    private string? _user;
    private string? _from;
    private string? _to;
    private bool _isEncrypted;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!await GoesWrongAsync("CONNECT", cancellationToken))
        {
            await SayAsync("220 localhost ESMTP", cancellationToken);
        }

        while (await _wire.ReadLineAsync(LongestCommand, cancellationToken) is { } line)
        {
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            server.Heard(verb);
            if (await GoesWrongAsync(verb, cancellationToken))
            {
                continue;
            }

            if (verb == "QUIT")
            {
                await SayAsync("221 Bye", cancellationToken);
                return;
            }

            await AnswerAsync(verb, line, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _wire.DisposeAsync();
        client.Dispose();
    }

    private Task AnswerAsync(string verb, string line, CancellationToken cancellationToken) => verb switch
    {
        "EHLO" => GreetAsync(line, cancellationToken),
        "STARTTLS" => EncryptAsync(line, cancellationToken),
        "AUTH" => LogInAsync(line, cancellationToken),
        "MAIL" => BeginAsync(line, cancellationToken),
        "RCPT" => AddressAsync(line, cancellationToken),
        "DATA" => TakeAsync(cancellationToken),
        "RSET" => ForgetAsync(cancellationToken),
        "NOOP" => SayAsync("250 OK", cancellationToken),
        _ => RefuseAsync("500 What?", $"unknown verb {verb}", cancellationToken),
    };

    private Task GreetAsync(string line, CancellationToken cancellationToken)
    {
        _hello = line.Length > 5 ? line[5..] : null;
        if (_hello is null)
        {
            return RefuseAsync("501 Who?", "EHLO without a name", cancellationToken);
        }

        var offers = new List<string> { "localhost", string.Create(CultureInfo.InvariantCulture, $"SIZE {server.Largest}"), "8BITMIME" };
        if (server.Identity is not null && !_isEncrypted)
        {
            offers.Add("STARTTLS");
        }

        if (server.Account is not null && (_isEncrypted || !server.InsistsOnTls))
        {
            offers.Add($"AUTH {server.Ways}");
        }

        return SayAsync(string.Join("\r\n", offers.Select((offer, i) => $"250{(i == offers.Count - 1 ? ' ' : '-')}{offer}")), cancellationToken);
    }

    private async Task EncryptAsync(string line, CancellationToken cancellationToken)
    {
        if (server.Identity is not { } identity || _isEncrypted || line.Length > 8)
        {
            await RefuseAsync("503 Not here", "STARTTLS where it was not offered", cancellationToken);
            return;
        }

        await SayAsync("220 Go ahead", cancellationToken);
        await _wire.EncryptAsync(identity.Server, cancellationToken);

        // RFC 3207, 4.2: what was said before is forgotten.
        (_isEncrypted, _hello, _user) = (true, null, null);
    }

    private async Task LogInAsync(string line, CancellationToken cancellationToken)
    {
        if (!_isEncrypted)
        {
            server.Violated("password sent unencrypted");
        }

        if (server.Account is not { } account || _hello is null || _user is not null)
        {
            await RefuseAsync("503 Not now", "AUTH out of turn", cancellationToken);
            return;
        }

        var parts = line.Split(' ');
        string user, password;
        if (parts is ["AUTH", "PLAIN", ..])
        {
            var told = Decode(parts.Length > 2 ? parts[2] : await AskAsync("334 ", cancellationToken)).Split('\0');
            (user, password) = told.Length == 3 ? (told[1], told[2]) : ("", "");
        }
        else if (parts.Length >= 2 && parts[1].Equals("LOGIN", StringComparison.OrdinalIgnoreCase))
        {
            user = Decode(parts.Length > 2 ? parts[2] : await AskAsync("334 VXNlcm5hbWU6", cancellationToken));
            password = Decode(await AskAsync("334 UGFzc3dvcmQ6", cancellationToken));
        }
        else
        {
            await RefuseAsync("504 No such way", $"unknown way to log in: {line}", cancellationToken);
            return;
        }

        if ((user, password) == account)
        {
            _user = user;
            await SayAsync("235 Welcome", cancellationToken);
        }
        else
        {
            await SayAsync("535 5.7.8 Error: authentication failed", cancellationToken);
        }
    }

    private async Task BeginAsync(string line, CancellationToken cancellationToken)
    {
        if (server.InsistsOnTls && !_isEncrypted)
        {
            await RefuseAsync("530 5.7.0 Must issue a STARTTLS command first", "MAIL before STARTTLS", cancellationToken);
        }
        else if (server.Account is not null && _user is null)
        {
            await SayAsync("530 5.7.0 Authentication required", cancellationToken);
        }
        else if (_hello is null || _from is not null || Path(line, "MAIL FROM:") is not { } path)
        {
            await RefuseAsync("503 Bad sequence", $"MAIL out of turn or malformed: {line}", cancellationToken);
        }
        else
        {
            _from = path;
            await SayAsync("250 OK", cancellationToken);
        }
    }

    private async Task AddressAsync(string line, CancellationToken cancellationToken)
    {
        if (_from is null || _to is not null || Path(line, "RCPT TO:") is not { } path)
        {
            await RefuseAsync("503 Bad sequence", $"RCPT out of turn, a second one, or malformed: {line}", cancellationToken);
            return;
        }

        _to = path;
        await SayAsync("250 OK", cancellationToken);
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (_from is not { } from || _to is not { } to)
        {
            await RefuseAsync("503 Bad sequence", "DATA before MAIL and RCPT", cancellationToken);
            return;
        }

        await SayAsync("354 Go ahead", cancellationToken);
        var letter = new StringBuilder();
        while (await _wire.ReadLineAsync(LongestLine, cancellationToken) is { } line && line != ".")
        {
            letter.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        if (await GoesWrongAsync(".", cancellationToken))
        {
            return;
        }

        (_from, _to) = (null, null);
        if (letter.Length > server.Largest)
        {
            await SayAsync("552 Too large", cancellationToken);
            return;
        }

        var mime = MimeLetter.Read(letter.ToString());
        mime.Faults.ForEach(server.Violated);
        server.Take(new TakenLetter(from, to, _user, _isEncrypted, mime));
        await SayAsync("250 2.0.0 Taken", cancellationToken);
    }

    private Task ForgetAsync(CancellationToken cancellationToken)
    {
        (_from, _to) = (null, null);
        return SayAsync("250 OK", cancellationToken);
    }

    private async Task<bool> GoesWrongAsync(string point, CancellationToken cancellationToken)
    {
        switch (server.FaultAt(point))
        {
            case null:
                return false;
            case { Kind: MailFaultKind.Answer } fault:
                await SayAsync(fault.Answer, cancellationToken);
                return true;
            case { Kind: MailFaultKind.Stall }:
                server.Heard($"stalled at {point}");
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return true;
            default:
                throw new IOException("The server hangs up.");
        }
    }

    private async Task RefuseAsync(string answer, string violation, CancellationToken cancellationToken)
    {
        server.Violated(violation);
        await SayAsync(answer, cancellationToken);
    }

    private async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        await SayAsync(question, cancellationToken);
        return await _wire.ReadLineAsync(LongestCommand, cancellationToken) ?? "";
    }

    private Task SayAsync(string answer, CancellationToken cancellationToken) => _wire.SayAsync(answer, cancellationToken);

    private static string? Path(string line, string start)
    {
        var end = line.IndexOf('>', StringComparison.Ordinal);
        return line.StartsWith(start + "<", StringComparison.OrdinalIgnoreCase) && end > start.Length && line[(start.Length + 1)..end] is { Length: > 2 } path && path.Contains('@', StringComparison.Ordinal)
            ? path
            : null;
    }

    private static string Decode(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
