using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Export;

/// <summary>Writes a whole history in the form of Spotify's extended streaming history, from which an import makes the same history again.</summary>
/// <remarks>What stands in the file and what does not: docs/decisions/0015-export-form.md.</remarks>
public sealed class HistoryExport
{
    private readonly IDbContextFactory<DashboardDbContext> _contexts;

    /// <summary>Made by the container.</summary>
    public HistoryExport(IDbContextFactory<DashboardDbContext> contexts) => _contexts = contexts;

    /// <summary>Streams the history as it stands now: the same history gives the same bytes.</summary>
    /// <param name="listenerId">Whose history.</param>
    /// <param name="stream">Receives UTF-8 JSON; it is neither flushed nor closed.</param>
    /// <param name="cancellationToken">Ends the writing in the middle.</param>
    /// <returns>How many rows were written.</returns>
    public async Task<long> WriteAsync(int listenerId, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var source = await ExportSource.OpenAsync(context.Database.GetDbConnection(), listenerId, cancellationToken);
        using var writer = new ExportWriter(stream);
        await foreach (var sighting in source.SightingsAsync(cancellationToken))
        {
            writer.Write(sighting);
            await writer.FlushIfManyAsync(cancellationToken);
        }

        await WriteRestAsync(source, writer, cancellationToken);
        await writer.CompleteAsync(cancellationToken);
        return writer.Rows;
    }

    private static async Task WriteRestAsync(ExportSource source, ExportWriter writer, CancellationToken cancellationToken)
    {
        foreach (var spoken in await source.SpokenAsync(cancellationToken))
        {
            writer.Write(spoken);
            await writer.FlushIfManyAsync(cancellationToken);
        }

        foreach (var (track, from, addedAt, savedAt) in await source.LibraryAsync(cancellationToken))
        {
            writer.WriteLibraryTrack(track, from, addedAt, savedAt);
            await writer.FlushIfManyAsync(cancellationToken);
        }

        foreach (var (one, other, decidedAt) in await source.SplitsAsync(cancellationToken))
        {
            writer.WriteSplit(one, other, decidedAt);
        }

        foreach (var gap in await source.GapsAsync(cancellationToken))
        {
            writer.Write(gap);
        }
    }
}
