using System.Net;
using SpotifyDashboard.SignIn.Walls;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Looks at names and passwords, slower and slower where they are wrong; right and wrong names take the same time and get the same words.</summary>
internal sealed partial class PasswordSignIn(AccountDirectory accounts, GuessLimiter guesses, ILogger<PasswordSignIn> logger)
{
    /// <summary>Whose name and password these are.</summary>
    /// <param name="loginName">As entered.</param>
    /// <param name="password">As entered.</param>
    /// <param name="from">Where the request comes from.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<PasswordAnswer> TryAsync(string loginName, string password, IPAddress? from, CancellationToken cancellationToken)
    {
        var (subject, address) = ($"name {LoginNames.Normalise(loginName)}", ClientAddress.Of(from));
        if (await guesses.TakeAsync(subject, address, cancellationToken) is { } until)
        {
            LogSlowed();
            return new PasswordAnswer(Account: null, until);
        }

        if (await accounts.FindByPasswordAsync(loginName, password, cancellationToken) is not { } account)
        {
            LogRefused();
            return new PasswordAnswer(Account: null, WaitUntil: null);
        }

        await guesses.ClearAsync(subject, address, cancellationToken);
        return new PasswordAnswer(account, WaitUntil: null);
    }

    /// <summary>Whether a try at the setup code may be looked at; until when not (UTC), else null.</summary>
    public Task<DateTimeOffset?> TakeSetupAsync(IPAddress? from, CancellationToken cancellationToken) => guesses.TakeAsync("setup", ClientAddress.Of(from), cancellationToken);

    /// <summary>The try at the setup code was right.</summary>
    public Task ClearSetupAsync(IPAddress? from, CancellationToken cancellationToken) => guesses.ClearAsync("setup", ClientAddress.Of(from), cancellationToken);

    [LoggerMessage(LogLevel.Warning, "A try to sign in was refused: wrong name or password")]
    private partial void LogRefused();

    [LoggerMessage(LogLevel.Warning, "A try to sign in was refused unlooked at: too many failed before it")]
    private partial void LogSlowed();
}
