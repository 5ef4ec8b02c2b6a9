using SpotifyDashboard.SignIn.Login;

namespace SpotifyDashboard.SignIn.Terminal;

/// <summary>One login from a terminal. The answer may come to a listener of its own, to the dashboard that runs at the redirect address, or be pasted; the first counts.</summary>
internal sealed class TerminalLogin(
    SpotifyLogin login,
    LoginAttempts attempts,
    SpotifyConnection connection,
    TimeProvider time,
    LoginTerminal terminal,
    bool prints) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>How long the dashboard may take from the code to the stored login.</summary>
    private const int LooksAfterTaken = 60;

    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private string _state = "";

    private TextWriter Words => prints ? terminal.Error : terminal.Output;

    /// <summary>Begins the login, prints the address and waits.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="LoginException">No client id is known.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        var begun = await login.BeginAsync(browser: null, cancellationToken, isHandedOver: prints);
        _state = begun.State;
        await Words.WriteLineAsync($"Open this address in a browser and allow the dashboard to read your listening:\n\n{begun.Url.AbsoluteUri}\n");
        var address = login.Redirect;
        await using var listener = address.IsLoopback ? await ReturnListener.TryStartAsync(address, TakeAsync, cancellationToken) : null;
        await Words.WriteLineAsync(WhereItComesBack(address, isListening: listener is not null));

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var background = Task.WhenAll(GuardAsync(ReadAsync(stop.Token)), GuardAsync(WatchAsync(startedAt, stop.Token)));
        try
        {
            return await _ended.Task.WaitAsync(LoginAttempts.Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return await FailAsync("Nobody logged in within ten minutes.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await FailAsync("The login was cancelled.");
        }
        finally
        {
            await stop.CancelAsync();
            await background;
        }
    }

    public void Dispose() => _turn.Dispose();

    private static string WhereItComesBack(RedirectAddress address, bool isListening)
    {
        var paste = "Is the browser on another machine? Then paste the address it was sent to here and press Enter.";
        return isListening ? $"Waiting at {address.Text}. {paste}"
            : address.IsLoopback ? $"Something answers at {address.Origin} already; if it is this dashboard, it takes the login. {paste}"
            : $"Spotify sends the browser to {address.Text}; if this dashboard answers there, it takes the login. {paste}";
    }

    /// <summary>Takes what came back.</summary>
    /// <returns>What to tell the browser or the terminal.</returns>
    private async Task<string> TakeAsync(PastedAddress came)
    {
        await _turn.WaitAsync();
        try
        {
            if (_ended.Task.IsCompleted)
            {
                return "This login has ended.";
            }

            if (came.State != _state || (came.Code is null && came.Error is null))
            {
                return "That is not where Spotify sent this login; the address must hold code= and the state= that was printed last.";
            }

            return await FinishAsync(came);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<string> FinishAsync(PastedAddress came)
    {
        string words;
        try
        {
            words = came.Code is { } code ? await CompleteAsync(code) : throw await login.RefuseAsync(came.Error ?? "", _state, browser: null, CancellationToken.None);
        }
        catch (LoginException exception)
        {
            _ended.TrySetResult(await FailAsync(TerminalWords.Of(exception)));
            return TerminalWords.Of(exception);
        }

        _ended.TrySetResult(0);
        return words;
    }

    // Not cancelled by Ctrl+C: the code is used up at once, and what comes for it must be stored.
    private async Task<string> CompleteAsync(string code)
    {
        if (prints)
        {
            var tokens = await login.ExchangeAsync(code, _state, CancellationToken.None);
            await terminal.Output.WriteLineAsync(tokens.RefreshToken);
            return "The refresh token stands in the terminal. You can close this page.";
        }

        var outcome = await login.CompleteAsync(code, _state, browser: null, CancellationToken.None);
        var name = TerminalWords.Plain(outcome.Listener?.DisplayName ?? "");
        await TellConnectedAsync(name);
        return $"Connected as {name}. You can close this page.";
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        // A terminal can't be read asynchronously; the read that is under way at the end goes with the process.
        while (await Task.Run(terminal.Input.ReadLine, CancellationToken.None).WaitAsync(cancellationToken) is { } line)
        {
            if (line.Trim().Length > 0)
            {
                var words = await TakeAsync(PastedAddress.Read(line));
                if (!_ended.Task.IsCompleted)
                {
                    await terminal.Error.WriteLineAsync(words);
                }
            }
        }
    }

    /// <summary>Notices what the dashboard did with the login.</summary>
    private async Task WatchAsync(DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_pause, time);
        var looks = 0;
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var (waits, code) = await attempts.LookAsync(_state, cancellationToken);
            if (prints && code is not null)
            {
                await TakeAsync(new PastedAddress(code, _state, Error: null));
            }
            else if (!waits && !prints)
            {
                await LookForLoginAsync(startedAt, isLast: ++looks > LooksAfterTaken, cancellationToken);
            }
        }
    }

    private async Task LookForLoginAsync(DateTimeOffset startedAt, bool isLast, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken); // this process may be the one that took it
        try
        {
            if (_ended.Task.IsCompleted)
            {
                return;
            }

            var status = await connection.ReadAsync(cancellationToken);
            if (status is { State: ConnectionState.Connected } && status.AuthorizedAt >= startedAt)
            {
                await TellConnectedAsync(TerminalWords.Plain(status.AccountName ?? ""));
                _ended.TrySetResult(0);
            }
            else if (isLast)
            {
                _ended.TrySetResult(await FailAsync("The dashboard took the login, but it came to nothing; its page says why."));
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task GuardAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException)
        {
            // The login has ended, and nobody waits for this any more.
        }
        catch (Exception exception)
        {
            _ended.TrySetException(exception);
        }
    }

    private Task TellConnectedAsync(string name) => terminal.Output.WriteLineAsync($"Connected to Spotify as {name}.");

    private async Task<int> FailAsync(string sentence)
    {
        await terminal.Error.WriteLineAsync(sentence);
        return 1;
    }
}
