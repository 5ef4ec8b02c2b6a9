using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.SignIn.Keys;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>The Data Protection key ring in the database, so that every process on it opens what another one sealed.</summary>
internal sealed class StoredKeys(IDbContextFactory<DashboardDbContext> contexts, IOptions<DatabaseOptions> database, KeyWrapping wrapping, TimeProvider time) : IXmlRepository
{
    /// <summary>Names and elements of all rows, in the order of their names; every start reads them before it listens.</summary>
    public static IReadOnlyList<DataProtectionKeyRow> Read(DatabaseOptions database)
    {
        using var connection = PlainReading.Of(database);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, xml FROM data_protection_keys ORDER BY name";
        using var reader = command.ExecuteReader();
        List<DataProtectionKeyRow> rows = [];
        while (reader.Read())
        {
            rows.Add(new DataProtectionKeyRow { Name = reader.GetString(0), Xml = reader.GetString(1) });
        }

        return rows;
    }

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
    public IReadOnlyCollection<XElement> GetAllElements() => [.. Read(database.Value).Select(row => wrapping.Open(Parse(row)))];

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
