using System.Runtime.InteropServices;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Terminal;

/// <summary>The command <c>login [--print]</c>: prints Spotify's address, waits, and stores the login, or prints its refresh token. Safe beside a running server.</summary>
internal static class LoginCommand
{
    /// <summary>The word that calls it.</summary>
    public const string Name = "login";

    private const string PrintOption = "--print";

    /// <summary>Runs the command at a terminal; Ctrl+C and a stop of the process end it.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> options)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        return await RunAsync(services, options, new LoginTerminal(Console.In, Console.Out, Console.Error), stop.Token);

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>Runs the command on a host that is built but not started; the database is up to date.</summary>
    /// <returns>0 done, 1 failed with a sentence, 2 wrong use.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> options, LoginTerminal terminal, CancellationToken cancellationToken)
    {
        if (options is not ([] or [PrintOption]))
        {
            await terminal.Error.WriteLineAsync("Usage: login [--print]   (--print prints the refresh token in place of storing it)");
            return 2;
        }

        // A host that is not started has not looked whether its keys are still the ones that sealed what is stored.
        await services.GetRequiredService<KeyRingCanary>().CheckAsync(cancellationToken);
        try
        {
            using var login = new TerminalLogin(
                services.GetRequiredService<SpotifyLogin>(),
                services.GetRequiredService<LoginAttempts>(),
                services.GetRequiredService<SpotifyConnection>(),
                services.GetRequiredService<TimeProvider>(),
                terminal,
                prints: options is [PrintOption]);
            return await login.RunAsync(cancellationToken);
        }
        catch (LoginException exception)
        {
            await terminal.Error.WriteLineAsync(TerminalWords.Of(exception));
            return 1;
        }
    }
}
