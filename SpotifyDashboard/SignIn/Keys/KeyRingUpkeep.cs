using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Keys;

/// <summary>Brings stored keys into the form that the settings want, at the start: wrapped for today's certificate, or bare where there is none any more.</summary>
internal sealed partial class KeyRingUpkeep(
    IDbContextFactory<DashboardDbContext> contexts, IOptions<DatabaseOptions> database, KeyWrapping wrapping, ILogger<KeyRingUpkeep> logger)
{
    /// <summary>Wraps, opens or leaves each key; harmless where several processes do it at once.</summary>
    /// <exception cref="KeyRingException">A key can't be read; nothing was changed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // All are opened before one is written, so that a key which does not open leaves everything as it was.
        var keys = StoredKeys.Read(database.Value)
            .Select(static row => (row.Name, Before: row.Xml, Element: StoredKeys.Parse(row)))
            .Select(key => (key.Name, key.Before, key.Element, Bare: wrapping.Open(key.Element)))
            .ToList();
        var changed = 0;
        foreach (var (name, before, _, opened) in keys.Where(key => !wrapping.IsAsTold(key.Element)))
        {
            var after = wrapping.Wrap(opened).ToString(SaveOptions.DisableFormatting);
            changed += await ReplaceAsync(name, before, after, cancellationToken);
        }

        if (changed > 0 && wrapping.Encryptor is not null)
        {
            LogWrapped(changed);
        }
        else if (changed > 0)
        {
            LogBare(changed);
        }
    }

    private async Task<int> ReplaceAsync(string name, string before, string after, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DataProtectionKeys.Where(key => key.Name == name && key.Xml == before)
            .ExecuteUpdateAsync(change => change.SetProperty(key => key.Xml, after), cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Wrapped {Count} keys of the key ring for the certificate of Access:KeyRingCertificate")]
    private partial void LogWrapped(int count);

    [LoggerMessage(LogLevel.Warning, "Access:KeyRingCertificate is not set any more: {Count} keys of the key ring now stand in the database as they are")]
    private partial void LogBare(int count);
}
