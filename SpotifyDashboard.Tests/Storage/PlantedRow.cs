using Microsoft.EntityFrameworkCore.Metadata;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>A row of any table with a value in every column: the listener's number wherever a number stands, and in every text unless another is given.</summary>
internal static class PlantedRow
{
    public static object Of(IEntityType entity, int listener, string? text = null)
    {
        var row = Activator.CreateInstance(entity.ClrType)!;
        foreach (var property in entity.GetProperties().Where(static property => property.PropertyInfo is { CanWrite: true }))
        {
            property.PropertyInfo!.SetValue(row, ValueOf(property, listener, text));
        }

        OwnRows.OwnerOf(entity)!.PropertyInfo!.SetValue(row, listener);
        return row;
    }

    private static object? ValueOf(IProperty property, int listener, string? text)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type switch
        {
            _ when type == typeof(string) => text ?? $"planted {listener}",
            _ when type == typeof(Guid) => new Guid(listener, 0, 0, new byte[8]),
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.FromUnixTimeMilliseconds(listener),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, listener),
            _ when type == typeof(byte[]) => new[] { (byte)listener },
            _ when type == typeof(bool) => true,
            _ when type.IsEnum => Enum.ToObject(type, 1),
            _ => Convert.ChangeType(listener, type, System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
