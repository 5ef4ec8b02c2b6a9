using SpotifyDashboard.Ingest.Export;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Operations.Backup;
using SpotifyDashboard.SignIn.Terminal;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations;

/// <summary>What the program does in place of serving, by its first argument (design, section 6).</summary>
internal static class Commands
{
    /// <summary>Keeps the standard output free for what a command prints.</summary>
    public static void ConfigureLogging(ILoggingBuilder logging, string[] arguments)
    {
        if (arguments is not [ImportCommand.Name or ExportCommand.Name or SimulateCommand.Name or LoginCommand.Name or MigrateToPostgresCommand.Name or BackupCommand.Name or RestoreCommand.Name, ..])
        {
            return;
        }

        logging.AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter(null, LogLevel.Warning);
    }

    /// <summary>Brings the database up to date, but for a command that takes it as it is: a backup changes nothing, and what is restored over may be damaged.</summary>
    public static Task PrepareDatabaseAsync(IServiceProvider services, string[] arguments, CancellationToken cancellationToken) =>
        arguments is [BackupCommand.Name or RestoreCommand.Name, ..] ? Task.CompletedTask : services.PrepareDatabaseAsync(cancellationToken);

    /// <summary>Runs the command on a host that is built but not started; the database is up to date.</summary>
    /// <returns>The exit code; null where no command is named.</returns>
    public static async Task<int?> RunAsync(IServiceProvider services, string[] arguments)
    {
        if (arguments is not [ImportCommand.Name or ExportCommand.Name or LoginCommand.Name, ..] || !services.GetRequiredService<ListenerScope>().NeedsVisitor)
        {
            return await RunForAsync(services, arguments);
        }

        // One of several listeners: whatever the command then calls sees theirs alone.
        var named = await NamedListener.ReadAsync(services, arguments, Console.Error, CancellationToken.None);
        using var entered = named is null ? null : services.GetRequiredService<ListenerScope>().Enter(named.ListenerId, isReadOnly: false);
        return named is null ? NamedListener.WrongUse : await RunForAsync(services, named.Arguments);
    }

    private static async Task<int?> RunForAsync(IServiceProvider services, string[] arguments) => arguments switch
    {
        [LoginCommand.Name, .. var options] => await LoginCommand.RunAsync(services, options),
        [ImportCommand.Name, .. var files] => await ImportCommand.RunAsync(services, files),
        [ExportCommand.Name, .. var file] => await ExportCommand.RunAsync(services, file, Console.Out, Console.Error, CancellationToken.None),
        [BackupCommand.Name, .. var file] => await BackupCommand.RunAsync(services, file, Console.Out, Console.Error, CancellationToken.None),
        [RestoreCommand.Name, .. var rest] => await RestoreCommand.RunAsync(services, rest, Console.Out, Console.Error, CancellationToken.None),
        [SimulateCommand.Name, .. var rest] => await SimulateCommand.RunAsync(services, rest, Console.Out, Console.Error, CancellationToken.None),
        [MigrateToPostgresCommand.Name, .. var rest] => await MigrateToPostgresCommand.RunAsync(services, rest, Console.Out, Console.Error, CancellationToken.None),
        _ => null,
    };
}
