using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods;

/// <summary>Remembers what the moods of a listener were, so that each keeps its number, name and colour when tracks are added.</summary>
/// <remarks>
/// One memory per choice of k and features, in raw units: the scale changes with the tracks, so they are compared in the scale
/// of the newer run. Only maps of the whole library without weights or emphasis are remembered; others are matched to them but
/// leave them as they are, or a look at one week would rename the year. A choice that was never made before is matched to the
/// one most like it: the same features with the nearest k, else the most features in common.
/// </remarks>
internal sealed partial class MoodAnchors(
    IDbContextFactory<DashboardDbContext> contexts, StorageWriter writer, TimeProvider time, ILogger<MoodAnchors> logger)
{
    // A long import may hold the writer; moods can be remembered at the next look.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>What is remembered of the choice of <paramref name="request"/> or of the one most like it; null where nothing is.</summary>
    public async Task<MoodMemory?> FindAsync(MoodMapRequest request, MoodRows rows, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var own = context.MoodAnchors.AsNoTracking().Where(anchor => anchor.ListenerId == request.ListenerId);
        var choices = await own.Select(anchor => anchor.Choice).ToListAsync(cancellationToken);
        var nearest = choices
            .Select(choice => (Choice: choice, Read: ReadChoice(choice)))
            .Where(candidate => candidate.Read.Features.Intersect(rows.Features).Any())
            .OrderByDescending(candidate => candidate.Read.Features.SequenceEqual(rows.Features))
            .ThenByDescending(candidate => candidate.Read.Features.Intersect(rows.Features).Count())
            .ThenBy(candidate => Math.Abs(candidate.Read.Wanted - request.Moods))
            .ThenBy(candidate => candidate.Choice, StringComparer.Ordinal)
            .Select(candidate => candidate.Choice)
            .FirstOrDefault();
        return nearest is not null && await own.SingleOrDefaultAsync(anchor => anchor.Choice == nearest, cancellationToken) is { } row ? Read(row) : null;
    }

    /// <summary>Remembers <paramref name="moods"/> if they are those of the whole library.</summary>
    public async Task RememberAsync(MoodMapRequest request, MoodRows rows, SettledMoods moods, CancellationToken cancellationToken)
    {
        if (!request.IsPlain)
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            await using var write = await writer.BeginAsync(request.ListenerId, patience.Token);

            // The demo listener may have gone in the meantime; then there is nothing to remember.
            await using var command = write.Command(
                "INSERT INTO mood_anchors (listener_id, choice, centroids, moods, changes, stored_at) SELECT id, @choice, @centroids, @moods, @changes, @now FROM listeners WHERE id = @listener " +
                "ON CONFLICT (listener_id, choice) DO UPDATE SET centroids = excluded.centroids, moods = excluded.moods, changes = excluded.changes, stored_at = excluded.stored_at",
                "choice", "centroids", "moods", "changes", "now", "listener");
            command.Parameters[0].Value = string.Create(CultureInfo.InvariantCulture, $"{request.Moods}:{string.Join(',', rows.Features.Select(Features.KeyOf))}");
            command.Parameters[1].Value = JsonSerializer.Serialize(moods.Moods.Select(mood => mood.Centroid));
            command.Parameters[2].Value = JsonSerializer.Serialize(moods.Moods.Select(mood => mood with { Centroid = [] }));
            command.Parameters[3].Value = JsonSerializer.Serialize(moods.Changes);
            command.Parameters[4].Value = time.GetUtcNow().ToUnixTimeMilliseconds();
            command.Parameters[5].Value = request.ListenerId;
            await command.ExecuteNonQueryAsync(patience.Token);
            await write.CommitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogBusy(request.ListenerId);
        }
    }

    private static (int Wanted, ImmutableArray<Feature> Features) ReadChoice(string choice)
    {
        var colon = choice.IndexOf(':', StringComparison.Ordinal);
        return (int.Parse(choice.AsSpan(0, colon), CultureInfo.InvariantCulture), [.. choice[(colon + 1)..].Split(',').Select(Features.Parse).OfType<Feature>()]);
    }

    private static MoodMemory? Read(MoodAnchorRow row)
    {
        var (wanted, features) = ReadChoice(row.Choice);
        var centroids = JsonSerializer.Deserialize<double[][]>(row.Centroids) ?? [];
        var moods = row.Moods is null ? null : JsonSerializer.Deserialize<RememberedMood[]>(row.Moods);
        var changes = row.Changes is null ? null : JsonSerializer.Deserialize<MoodChange[]>(row.Changes);
        return centroids.Length == 0
            ? null
            : new MoodMemory(
                wanted,
                features,
                [.. centroids.Select((centroid, mood) => moods?.ElementAtOrDefault(mood) is { } known
                    ? known with { Centroid = centroid }
                    : new RememberedMood(centroid, Size: 0, Name: null, NamedAt: null, Was: null, RenamedAt: null))],
                [.. changes ?? []]);
    }

    [LoggerMessage(LogLevel.Information, "The moods of listener {ListenerId} were not stored, since something else is being written; the next map tries again")]
    private partial void LogBusy(int listenerId);
}
