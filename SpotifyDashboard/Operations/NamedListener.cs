using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations;

/// <summary>For whom a command acts where there are several listeners: <c>--listener ID</c>.</summary>
/// <param name="ListenerId">Whose history.</param>
/// <param name="Arguments">What is left of the command.</param>
internal sealed record NamedListener(int ListenerId, string[] Arguments)
{
    /// <summary>The exit code where nobody was named.</summary>
    public const int WrongUse = 2;

    private const string Option = "--listener";

    /// <summary>Takes the option out of a command.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="arguments">The command.</param>
    /// <param name="error">Where is said whom there is to name.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>Null where it names nobody that there is.</returns>
    public static async Task<NamedListener?> ReadAsync(IServiceProvider services, string[] arguments, TextWriter error, CancellationToken cancellationToken)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(cancellationToken);
        var listeners = await context.Listeners.AsNoTracking().Where(listener => !listener.IsDemo).OrderBy(listener => listener.Id)
            .Select(listener => new { listener.Id, listener.DisplayName })
            .ToListAsync(cancellationToken);
        var at = Array.IndexOf(arguments, Option);
        var wanted = at >= 0 && at + 1 < arguments.Length && int.TryParse(arguments[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        if (listeners.Exists(listener => listener.Id == wanted))
        {
            return new NamedListener(wanted, [.. arguments[..at], .. arguments[(at + 2)..]]);
        }

        await error.WriteLineAsync($"Say for whom: {arguments[0]} {Option} ID …");
        await error.WriteLineAsync(listeners.Count == 0 ? "There is no listener yet: open /setup first." : "The listeners are:");
        foreach (var listener in listeners)
        {
            await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {listener.Id}  {listener.DisplayName}"));
        }

        return null;
    }
}
