using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.People;

/// <summary>Listeners with a row in every table there is.</summary>
internal static class PlantedPeople
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>One row of each listener in every table that says whose it is, whatever it refers to.</summary>
    public static async Task<IReadOnlyList<(string Table, string Owner)>> PlantAsync(TestDatabase database, params int[] listeners)
    {
        await using var context = await database.OpenAsync();
        await context.Database.OpenConnectionAsync(Cancellation);
        await context.Database.ExecuteSqlRawAsync(
            database.Provider == DatabaseProvider.Sqlite ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica", Cancellation);
        var entities = context.Model.GetEntityTypes().Where(static entity => OwnRows.OwnerOf(entity) is not null).ToList();
        foreach (var listener in listeners)
        {
            context.AddRange(entities.Select(entity => PlantedRow.Of(entity, listener)));
            await context.SaveChangesAsync(Cancellation);
            context.ChangeTracker.Clear();
        }

        await context.Database.ExecuteSqlRawAsync(
            database.Provider == DatabaseProvider.Sqlite ? "PRAGMA foreign_keys = ON; UPDATE listeners SET is_demo = 0" : "RESET session_replication_role; UPDATE listeners SET is_demo = false", Cancellation);
        await context.Database.ExecuteSqlRawAsync("UPDATE jobs SET state = 'succeeded', result = NULL", Cancellation);
        return [.. entities.Select(entity => (entity.GetTableName() ?? "", ((IProperty)OwnRows.OwnerOf(entity)!).GetColumnName()))];
    }
}
