using System.Data.Common;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>The Spotify app whose calls are counted together: Spotify gives each developer account a quota of its own (contracts, 2.3).</summary>
/// <param name="ClientId">The own app's client id; null for the installation's.</param>
internal sealed record BudgetedApp(string? ClientId)
{
    private const string OfInstallation = "NOT EXISTS (SELECT 1 FROM spotify_apps o WHERE o.listener_id = a.listener_id)";
    private const string OfOwn = "EXISTS (SELECT 1 FROM spotify_apps o WHERE o.listener_id = a.listener_id AND o.client_id = @app)";

    /// <summary>Its name in <c>service_blocks</c>.</summary>
    public string Service => ClientId is null ? CallBudget.Service : $"{CallBudget.Service}:{ClientId}";

    /// <summary>What is true of its rows in <c>api_calls</c>; for <see cref="Command"/>.</summary>
    public string Calls => ClientId is null ? "app IS NULL" : "app = @app";

    /// <summary>How many listeners are polled with it.</summary>
    public string Sharers => $"SELECT COUNT(*) FROM spotify_accounts a WHERE a.needs_login_since IS NULL AND {(ClientId is null ? OfInstallation : OfOwn)}";

    /// <summary>A command whose text may stand on <see cref="Calls"/> or <see cref="Sharers"/>; the app's own parameter is set.</summary>
    public DbCommand Command(WriteTransaction write, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = write.Command(sql, parameters);
        if (ClientId is not null)
        {
            command.AddParameter("app", ClientId);
        }

        return command;
    }
}
