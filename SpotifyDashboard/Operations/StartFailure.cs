using Microsoft.Extensions.Options;
using SpotifyDashboard.Storage.Failures;

namespace SpotifyDashboard.Operations;

/// <summary>Ends a start that can't succeed with one sentence on the error stream instead of a stack trace.</summary>
internal static class StartFailure
{
    /// <summary>Runs the program; an impossible setting, a taken port or an unusable database is told and answered with exit code 1.</summary>
    /// <param name="run">Builds, prepares and runs the host; what it returns is the exit code.</param>
    /// <param name="errors">Where the sentence goes.</param>
    public static async Task<int> ToSentenceAsync(Func<Task<int>> run, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(errors);
        try
        {
            return await run();
        }
        catch (Exception exception) when (SentenceOf(exception) is not null)
        {
            await errors.WriteLineAsync(SentenceOf(exception));
            return 1;
        }
    }

    /// <summary>Checks every setting that is marked for a check at start: before a database is made for a program that will not run.</summary>
    /// <exception cref="OptionsValidationException">A setting is impossible.</exception>
    public static void CheckSettings(this IServiceProvider services) => services.GetService<IStartupValidator>()?.Validate();

    private static string? SentenceOf(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        AggregateException several when several.InnerExceptions.All(one => one is OptionsValidationException) =>
            string.Join(Environment.NewLine, several.InnerExceptions.Select(SentenceOf)),
        InvalidOperationException { InnerException: null } told => told.Message,

        // The binder of settings: "Failed to convert configuration value 'abc' at 'Cache:LogBudgetMb' to type 'System.Int32'."
        InvalidOperationException { InnerException: FormatException or ArgumentException or OverflowException } unreadable => unreadable.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } taken => taken.Message,
        Npgsql.NpgsqlException refused => $"ConnectionStrings:Dashboard (or DATABASE_URL) names a PostgreSQL database that can't be used: {refused.Message}",
        InvalidOperationException { InnerException: Npgsql.NpgsqlException passing } => SentenceOf(passing),
        Exception failed when StorageFailure.Of(failed) is { } failure => $"ConnectionStrings:Dashboard names a database that can't be used. {failure.Text} ({failed.GetBaseException().Message})",
        OperationCanceledException => "The start was ended before it was done.",
        UnauthorizedAccessException denied => denied.Message,
        _ => null,
    };
}
