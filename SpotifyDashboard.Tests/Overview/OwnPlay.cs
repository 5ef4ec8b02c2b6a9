using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Overview;

/// <summary>Stores one play of one's own, as an import would.</summary>
internal static class OwnPlay
{
    public static async Task StoreAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var own = await services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(cancellationToken);
        await using var write = await services.GetRequiredService<StorageWriter>().BeginAsync(own, cancellationToken);
        await write.EndDemoAsync(cancellationToken);
        string[] statements =
        [
            "INSERT INTO artists (id, spotify_id, name) VALUES (1, '', 'Somebody')",
            "INSERT INTO tracks (id, name_key, title, artist_id, named_at, is_invented) VALUES (1, 'x', 'A song of my own', 1, 0, false)",
            $"INSERT INTO sightings (id, listener_id, ended_at, source, track_id, ms_played, offline_timestamp, occurrence, circumstance_id, flags) VALUES (1, {own}, 1780000180000, 1, 1, 180000, 0, 0, 1, 0)",
            $"INSERT INTO plays (id, listener_id, started_at, ended_at, ms_played, track_id, source, precision, circumstance_id, flags) VALUES (1, {own}, 1780000000000, 1780000180000, 180000, 1, 1, 1, 1, 0)",
        ];
        foreach (var statement in statements)
        {
            await write.ExecuteAsync(statement, cancellationToken);
        }

        write.MarkAdded();
        await write.CommitAsync(cancellationToken);
    }
}
