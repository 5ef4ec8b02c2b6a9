using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.SignIn.Keys;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>The Data Protection key ring in the database, so that every process on it opens what another one sealed.</summary>
internal sealed class StoredKeys(IDbContextFactory<DashboardDbContext> contexts, KeyWrapping wrapping, TimeProvider time) : IXmlRepository
{
    /// <summary>The element of a row.</summary>
    /// <exception cref="KeyRingException">The row was damaged.</exception>
    public static XElement Parse(DataProtectionKeyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        try
        {
            return XElement.Parse(row.Xml);
        }
        catch (XmlException)
        {
            throw new KeyRingException(
                $"The row '{row.Name}' of the table data_protection_keys can't be read; restore it from a backup. Nothing was changed; what it sealed stays closed until then.");
        }
    }

    /// <inheritdoc/>
    /// <exception cref="KeyRingException">A key is there and can't be read: better said than left out, because another would be made in its place.</exception>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = contexts.CreateDbContext();
        return [.. context.DataProtectionKeys.AsNoTracking().OrderBy(key => key.Name).AsEnumerable().Select(row => wrapping.Open(Parse(row)))];
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
