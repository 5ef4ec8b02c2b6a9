using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A mail server on this machine: SMTP (RFC 5321) over real sockets with SIZE, STARTTLS (RFC 3207) and AUTH (RFC 4954). Strict: whatever the RFCs forbid a client is noted.</summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<MailFault>> _faults = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<TakenLetter> _letters = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly SemaphoreSlim _taken = new(0);
    private readonly Task _accepting;

    private FakeMailServer(MailIdentity? identity)
    {
        Identity = identity;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What it proves its name with; null: it offers no STARTTLS.</summary>
    public MailIdentity? Identity { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Who may log in; null: it offers no AUTH and takes letters from everybody.</summary>
    public (string User, string Password)? Account { get; init; }

    /// <summary>The ways to log in that it offers, as in its answer to EHLO.</summary>
    public string Ways { get; init; } = "LOGIN PLAIN";

    /// <summary>The largest letter it takes, in bytes.</summary>
    public int Largest { get; init; } = 1_000_000;

    /// <summary>Whether it takes nothing, not even a login, before STARTTLS.</summary>
    public bool InsistsOnTls { get; init; }

    public IReadOnlyCollection<TakenLetter> Letters => _letters;

    /// <summary>What a client did that it may not.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>The verbs it heard, in order.</summary>
    public IReadOnlyCollection<string> Commands => _commands;

    public static FakeMailServer Start(MailIdentity? identity = null) => new(identity);

    /// <summary>A server with an account and STARTTLS.</summary>
    public static FakeMailServer StartWithAccount(MailIdentity identity, string user, string password) => new(identity) { Account = (user, password), InsistsOnTls = true };

    /// <summary>Lets the next conversation go wrong at a point: <c>CONNECT</c>, a verb, or <c>.</c> for the end of the letter.</summary>
    public void Next(string point, MailFault fault) => _faults.GetOrAdd(point, _ => new()).Enqueue(fault);

    /// <summary>Waits until one more letter was taken.</summary>
    public async Task<TakenLetter> TakenAsync(CancellationToken cancellationToken)
    {
        await _taken.WaitAsync(cancellationToken);
        return _letters.Last();
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _accepting;
        _listener.Dispose();
        await Task.WhenAll(_sessions);
        _closed.Dispose();
        _taken.Dispose();
        Identity?.Dispose();
    }

    internal MailFault? FaultAt(string point) => _faults.TryGetValue(point, out var faults) && faults.TryDequeue(out var fault) ? fault : null;

    internal void Heard(string verb) => _commands.Enqueue(verb);

    internal void Violated(string what) => _violations.Enqueue(what);

    internal void Take(TakenLetter letter)
    {
        _letters.Enqueue(letter);
        _taken.Release();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_closed.Token);
                _sessions.Add(TalkAsync(client));
            }
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            await using var session = new MailSession(this, client);
            await session.RunAsync(_closed.Token);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client hung up, did not trust the certificate, or the test is over.
        }
    }
}
