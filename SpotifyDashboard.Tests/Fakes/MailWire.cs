using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>The lines of a conversation with a mail server, encrypted from the middle on.</summary>
/// <param name="stream">The connection.</param>
/// <param name="violated">Told what the other side may not send.</param>
internal sealed class MailWire(Stream stream, Action<string> violated) : IAsyncDisposable
{
    private Stream _stream = stream;

    public async Task EncryptAsync(X509Certificate2 certificate, CancellationToken cancellationToken)
    {
        var encrypted = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = encrypted;
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellationToken);
    }

    public async Task SayAsync(string answer, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    /// <summary>A line without its end; null where the other side hung up.</summary>
    public async Task<string?> ReadLineAsync(int longest, CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await _stream.ReadAsync(one, cancellationToken) == 1)
        {
            line.Add(one[0]);
            if (line is not [.., (byte)'\r', (byte)'\n'])
            {
                continue;
            }

            line.RemoveRange(line.Count - 2, 2);
            if (line.Count > longest)
            {
                violated($"a line of {line.Count} bytes");
            }

            if (line.Exists(static b => b is (byte)'\r' or (byte)'\n' or 0 or > 126))
            {
                violated("a bare line end, a zero or a byte beyond ASCII");
            }

            return Encoding.Latin1.GetString([.. line]);
        }

        return null;
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
