using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods;

/// <summary>Remembers where the moods of a listener stood, so that each keeps its number and colour when tracks are added.</summary>
/// <remarks>
/// One set of centroids per choice of k and features, in raw units: the scale changes with the tracks, so they are compared
/// in the scale of the newer run. Only maps of the whole library without weights are remembered; those of a period or with
/// weights are matched to them but leave them as they are, or a look at one week would renumber the year.
/// </remarks>
internal sealed partial class MoodAnchors(
    IDbContextFactory<DashboardDbContext> contexts, StorageWriter writer, TimeProvider time, ILogger<MoodAnchors> logger)
{
    // A long import may hold the writer; numbers can be remembered at the next look.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>The same split under the numbers that its moods had before; unchanged where there is no earlier one.</summary>
    public async Task<KMeansModel> MatchAsync(MoodMapRequest request, MoodRows rows, KMeansModel model, CancellationToken cancellationToken)
    {
        var choice = ChoiceOf(request, rows);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.MoodAnchors.AsNoTracking()
            .Where(anchor => anchor.ListenerId == request.ListenerId && anchor.Choice == choice)
            .Select(anchor => anchor.Centroids)
            .SingleOrDefaultAsync(cancellationToken);
        if (stored is null || JsonSerializer.Deserialize<double[][]>(stored) is not { Length: > 0 } previous)
        {
            return model;
        }

        var scaled = previous.SelectMany(centroid => centroid.Select((value, column) => Scale(rows.Scaler, value, column))).ToArray();
        return model.Renumber(ClusterOrder.Match(model.Centroids.AsSpan(), scaled, rows.Raw.Columns));
    }

    /// <summary>Remembers the centroids of <paramref name="map"/> if it shows the whole library.</summary>
    public async Task RememberAsync(MoodMap map, MoodRows rows, CancellationToken cancellationToken)
    {
        if (map.Request is not { Scope: MoodScope.Library, Weight: MoodWeight.None })
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            await using var write = await writer.BeginAsync(map.Request.ListenerId, patience.Token);

            // The demo listener may have gone in the meantime; then there is nothing to remember.
            await using var command = write.Command(
                "INSERT INTO mood_anchors (listener_id, choice, centroids, stored_at) SELECT id, @choice, @centroids, @now FROM listeners WHERE id = @listener " +
                "ON CONFLICT (listener_id, choice) DO UPDATE SET centroids = excluded.centroids, stored_at = excluded.stored_at",
                "choice", "centroids", "now", "listener");
            command.Parameters[0].Value = ChoiceOf(map.Request, rows);
            command.Parameters[1].Value = JsonSerializer.Serialize(map.Moods.Select(mood => mood.Centroid));
            command.Parameters[2].Value = time.GetUtcNow().ToUnixTimeMilliseconds();
            command.Parameters[3].Value = map.Request.ListenerId;
            await command.ExecuteNonQueryAsync(patience.Token);
            await write.CommitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogBusy(map.Request.ListenerId);
        }
    }

    private static string ChoiceOf(MoodMapRequest request, MoodRows rows) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.Moods}:{string.Join(',', rows.Features.Select(Features.KeyOf))}");

    private static double Scale(StandardScaler scaler, double value, int column) =>
        scaler.Deviations[column] == 0 ? 0 : (value - scaler.Means[column]) / scaler.Deviations[column];

    [LoggerMessage(LogLevel.Information, "The mood numbers of listener {ListenerId} were not stored, since something else is being written; the next map tries again")]
    private partial void LogBusy(int listenerId);
}
