using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Says in the log how the first account is made, while there is none.</summary>
internal sealed partial class SetupNotice(ListenerScope scope, AccountDirectory accounts, SetupCode code, ILogger<SetupNotice> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!scope.NeedsVisitor || await accounts.AnyAsync(cancellationToken))
        {
            return;
        }

        var told = await code.ReadAsync(cancellationToken);
        if (code.IsFromSettings)
        {
            LogSetting();
        }
        else
        {
            LogCode(told);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "Nobody has an account yet: open /setup and enter the setup code {SetupCode}; it is good once")]
    private partial void LogCode(string setupCode);

    [LoggerMessage(LogLevel.Warning, "Nobody has an account yet: open /setup and enter the setup code of Access:SetupCode; it is good once")]
    private partial void LogSetting();
}
