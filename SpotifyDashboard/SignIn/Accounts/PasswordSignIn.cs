using System.Net;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Looks at names and passwords, slower and slower where they are wrong; right and wrong names take the same time and get the same words.</summary>
internal sealed partial class PasswordSignIn(AccountDirectory accounts, GuessLimiter guesses, ILogger<PasswordSignIn> logger)
{
    // An IPv6 address is one of countless that its holder may use; the network before it is theirs.
    private const int NetworkBytes = 8;

    /// <summary>Whose name and password these are.</summary>
    /// <param name="loginName">As entered.</param>
    /// <param name="password">As entered.</param>
    /// <param name="from">Where the request comes from.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<PasswordAnswer> TryAsync(string loginName, string password, IPAddress? from, CancellationToken cancellationToken)
    {
        var (subject, address) = ($"name {LoginNames.Normalise(loginName)}", AddressOf(from));
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
    public Task<DateTimeOffset?> TakeSetupAsync(IPAddress? from, CancellationToken cancellationToken) => guesses.TakeAsync("setup", AddressOf(from), cancellationToken);

    /// <summary>The try at the setup code was right.</summary>
    public Task ClearSetupAsync(IPAddress? from, CancellationToken cancellationToken) => guesses.ClearAsync("setup", AddressOf(from), cancellationToken);

    private static string AddressOf(IPAddress? from)
    {
        var address = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from;
        return address is null ? "" : Convert.ToHexString(address.GetAddressBytes().AsSpan()[..Math.Min(NetworkBytes, address.GetAddressBytes().Length)]);
    }

    [LoggerMessage(LogLevel.Warning, "A try to sign in was refused: wrong name or password")]
    private partial void LogRefused();

    [LoggerMessage(LogLevel.Warning, "A try to sign in was refused unlooked at: too many failed before it")]
    private partial void LogSlowed();
}
