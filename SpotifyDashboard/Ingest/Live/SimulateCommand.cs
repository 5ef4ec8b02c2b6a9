using System.Globalization;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.SignIn.Login;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>The command <c>simulate --hours N [--start ISO]</c>: follows Spotify, at the configured addresses, on a clock that moves as fast as the work is done.</summary>
/// <remarks>
/// Every request carries the simulated time in its <c>Date</c> header, so that a fake of Spotify can live in it. Everything is stored in the configured
/// database: give it one of its own. Polling and sign-in run; enrichment, which asks other services, does not.
/// </remarks>
internal static class SimulateCommand
{
    /// <summary>The word that calls it.</summary>
    public const string Name = "simulate";

    private const string Usage = "Usage: simulate --hours N [--start 2026-11-01T00:00:00Z]";

    /// <summary>Adds the clock of the program: the machine's, or a driven one where <paramref name="arguments"/> call this command.</summary>
    public static IServiceCollection AddClock(this IServiceCollection services, string[] arguments)
    {
        if (arguments is not [Name, .. var rest])
        {
            return services.AddSingleton(TimeProvider.System);
        }

        var clock = new SimulatedTime(SimulateArguments.Parse(rest)?.Start ?? TimeProvider.System.GetUtcNow());
        services.AddSingleton(clock);
        services.AddSingleton(new RequestStamp(clock));
        return services.AddSingleton<TimeProvider>(clock);
    }

    /// <summary>Runs the command on a host that is built but not started; the database is up to date.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="arguments">What follows the command's name.</param>
    /// <param name="output">Where the summary goes.</param>
    /// <param name="error">Where a failure's sentence goes.</param>
    /// <param name="cancellationToken">Ends the simulation.</param>
    /// <returns>0 done, 1 failed with a sentence, 2 wrong use.</returns>
    public static async Task<int> RunAsync(
        IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (SimulateArguments.Parse(arguments) is not { } asked)
        {
            await error.WriteLineAsync(Usage);
            return 2;
        }

        var simulation = ActivatorUtilities.CreateInstance<Simulation>(services);
        foreach (var start in services.GetServices<IHostedService>().OfType<GivenTokenStart>())
        {
            await start.StartAsync(cancellationToken);
        }

        if (!await simulation.ConnectAsync(cancellationToken))
        {
            await error.WriteLineAsync("Nobody is connected to Spotify: log in first, or set SPOTIFY_REFRESH_TOKEN.");
            return 1;
        }

        var summary = await simulation.RunAsync(TimeSpan.FromHours(asked.Hours), cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"simulated {asked.Hours:0.##} hours: {summary.Polls} polls, {summary.Calls} calls, {summary.Plays} plays added, {summary.Gaps} gaps, worst wait between good polls {summary.WorstWait.TotalMinutes:0} minutes"));
        if (summary.Failure is { } failure)
        {
            await error.WriteLineAsync($"The last poll failed: {failure}");
            return 1;
        }

        return 0;
    }
}
