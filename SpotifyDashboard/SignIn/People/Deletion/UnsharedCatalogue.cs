using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.People.Deletion;

/// <summary>Deletes songs, albums, artists and the rest of the catalogue that nobody has any more: an own recording's title may say as much as a name.</summary>
/// <remarks>
/// Only where no job is under way: an import keeps numbers of tracks in memory from one file to the next. Whoever refers to a track is found in the model.
/// A database refuses to delete a row that others refer to, and looks through a whole table for each where no index leads to it; so the
/// missing indexes are made for the length of the transaction. Those tables are small: the large one, sightings, has its index.
/// </remarks>
internal sealed class UnsharedCatalogue(WriteTransaction write, IModel model)
{
    /// <summary>Deletes them.</summary>
    /// <returns>What was deleted; null where a job is under way and it must wait.</returns>
    public async Task<IReadOnlyList<DeletedRows>?> DeleteAsync(CancellationToken cancellationToken)
    {
        await using (var busy = write.Command("SELECT COUNT(*) FROM jobs WHERE state IN ('queued', 'running')"))
        {
            if (busy.Find() > 0)
            {
                return null;
            }
        }

        var indexes = await AddIndexesAsync(cancellationToken);
        DeletedRows[] deleted =
        [
            await DeleteAsync(typeof(Track), "TrackId", "NOT is_invented", "songs that nobody else had", cancellationToken),
            await DeleteAsync(typeof(Album), "AlbumId", "1 = 1", "albums that nobody else had", cancellationToken),
            await DeleteAsync(typeof(Artist), "ArtistId", "1 = 1", "artists that nobody else had", cancellationToken),
            await DeleteAsync(typeof(PlayContext), "ContextId", "1 = 1", "playlists and other places you played from", cancellationToken),
            await DeleteAsync(typeof(Circumstance), "CircumstanceId", $"id <> {Circumstance.UnknownId}", "devices and countries", cancellationToken),
        ];
        await write.ExecuteAsync(
            """
            DELETE FROM enrichments WHERE (subject = 0 AND NOT EXISTS (SELECT 1 FROM tracks t WHERE t.id = enrichments.subject_id))
              OR (subject = 1 AND NOT EXISTS (SELECT 1 FROM artists a WHERE a.id = enrichments.subject_id))
            """,
            cancellationToken);
        foreach (var index in indexes)
        {
            await write.ExecuteAsync($"DROP INDEX {index}", cancellationToken);
        }

        return [.. deleted.Where(rows => rows.Rows > 0)];
    }

    private async Task<DeletedRows> DeleteAsync(Type thing, string reference, string condition, string words, CancellationToken cancellationToken)
    {
        var table = TableOf(thing);

        // Set against set, in one reading of each table; asking track by track would read them thousands of times.
        var unused = $"SELECT id FROM {table} WHERE {condition}"
            + string.Concat(References(thing, reference).Select(from => $" EXCEPT SELECT {from.Column} FROM {from.Table}"));
        return new DeletedRows(table, words, await write.ExecuteAsync($"DELETE FROM {table} WHERE id IN ({unused})", cancellationToken));
    }

    /// <summary>Columns that hold the number of such a row, by foreign key or by name; what describes the row itself goes with it.</summary>
    private IEnumerable<(string Table, string Column)> References(Type thing, string reference) =>
        from entity in model.GetEntityTypes()
        where entity.ClrType != thing
        from property in entity.GetProperties()
        let key = property.GetContainingForeignKeys().FirstOrDefault(key => key.PrincipalEntityType.ClrType == thing)
        where key is { DeleteBehavior: not DeleteBehavior.Cascade }
            || (property.Name.EndsWith(reference, StringComparison.Ordinal) && Nullable.GetUnderlyingType(property.ClrType) is var inner && (inner ?? property.ClrType) == typeof(int)
                && entity.FindProperty("ListenerId") is not null)
        select (entity.GetTableName() ?? "", property.GetColumnName());

    private async Task<List<string>> AddIndexesAsync(CancellationToken cancellationToken)
    {
        List<string> made = [];
        Type[] things = [typeof(Track), typeof(Album), typeof(Artist)];
        foreach (var key in model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()).Where(key => things.Contains(key.PrincipalEntityType.ClrType)))
        {
            var (entity, column) = (key.DeclaringEntityType, key.Properties[0]);
            var isLed = entity.GetKeys().Any(other => other.Properties[0] == column) || entity.GetIndexes().Any(index => index.Properties[0] == column && index.GetFilter() is null);
            if (isLed)
            {
                continue;
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"ix_deletion_{made.Count}");
            await write.ExecuteAsync($"CREATE INDEX {name} ON {entity.GetTableName()} ({column.GetColumnName()})", cancellationToken);
            made.Add(name);
        }

        return made;
    }

    private string TableOf(Type thing) => model.FindEntityType(thing)?.GetTableName() ?? throw new InvalidOperationException($"{thing.Name} has no table.");
}
