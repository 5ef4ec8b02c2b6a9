using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>The Data Protection key ring in the database, so that every process on it opens what another one sealed.</summary>
internal sealed class StoredKeys(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = contexts.CreateDbContext();
        return [.. context.DataProtectionKeys.AsNoTracking().OrderBy(key => key.Name).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        using var context = contexts.CreateDbContext();
        context.DataProtectionKeys.Add(new DataProtectionKeyRow
        {
            Name = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
            StoredAt = time.GetUtcNow(),
        });
        context.SaveChanges();
    }
}
