using System.Globalization;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods.Playlists;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.ReccoBeats;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>Asks ReccoBeats for tracks like some of the listener's, and how these sound. Repeating it only asks again.</summary>
internal sealed class SuggestionJobHandler(ReccoBeatsClient reccoBeats, SuggestionStore store, VerdictStore verdicts, ListeningLogs logs) : IJobHandler
{
    public const string JobKind = "suggestions";

    /// <summary>Two calls' worth of features.</summary>
    private const int Wanted = 2 * ReccoBeatsClient.MostIds;

    /// <inheritdoc/>
    public string Kind => JobKind;

    /// <inheritdoc/>
    public async Task<object?> RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var seeds = SuggestionJobInput.Read(job.Input).Seeds;
        try
        {
            job.Report("Asking ReccoBeats for tracks like these…", 0, Wanted);
            var named = await reccoBeats.GetRecommendationsAsync(seeds, await RefusedAsync(job.ListenerId, cancellationToken), Wanted, cancellationToken);
            var kept = await HearAsync(await UnknownAsync(job.ListenerId, named, cancellationToken), done => job.Report("Asking how they sound…", done, Wanted), cancellationToken);
            await store.ReplaceAsync(job.ListenerId, seeds, named.Count, kept, cancellationToken);
            return new SuggestionJobResult(named.Count, kept.Count);
        }
        catch (ProviderException exception)
        {
            var next = exception.RetryAt is { } moment ? string.Create(CultureInfo.InvariantCulture, $" It can be asked again from {moment.UtcDateTime:HH:mm} UTC.") : "";
            throw new JobFailedException($"{exception.Message}{(exception.Hint is { } hint ? $" {hint}" : "")}{next}", innerException: exception);
        }
    }

    /// <summary>The last few refused, as far as ReccoBeats can know them.</summary>
    private async Task<IReadOnlyList<string>> RefusedAsync(int listenerId, CancellationToken cancellationToken) =>
    [
        .. (await verdicts.ReadAsync(listenerId, cancellationToken))
            .Where(static verdict => !verdict.IsLiked && PlaylistTracks.IsSpotifyId(verdict.TrackId))
            .Take(ReccoBeatsClient.MostSeeds)
            .Select(static verdict => verdict.TrackId),
    ];

    private async Task<IReadOnlyList<ReccoBeatsSuggestion>> UnknownAsync(int listenerId, IReadOnlyList<ReccoBeatsSuggestion> named, CancellationToken cancellationToken)
    {
        var catalogue = (await logs.GetAsync(listenerId, cancellationToken)).Catalogue;
        return [.. named.Where(suggestion => catalogue.IndexOf(suggestion.SpotifyId) < 0)];
    }

    private async Task<IReadOnlyList<SuggestedTrack>> HearAsync(IReadOnlyList<ReccoBeatsSuggestion> named, Action<int> report, CancellationToken cancellationToken)
    {
        List<SuggestedTrack> heard = [];
        var done = 0;
        foreach (var part in named.Chunk(ReccoBeatsClient.MostIds))
        {
            report(done);
            var sounds = (await reccoBeats.GetFeaturesAsync([.. part.Select(static suggestion => suggestion.SpotifyId)], cancellationToken)).Found;
            heard.AddRange(part.Where(suggestion => sounds.ContainsKey(suggestion.SpotifyId)).Select(suggestion => Of(suggestion, sounds[suggestion.SpotifyId])));
            done += part.Length;
        }

        return heard;
    }

    private static SuggestedTrack Of(ReccoBeatsSuggestion suggestion, ReccoBeatsFeatures sound)
    {
        var track = suggestion.Track;
        return new SuggestedTrack(
            suggestion.SpotifyId,
            track.Title ?? "",
            string.Join(", ", track.Artists.Select(static artist => artist.Name)),
            track.Artists.Count > 0 ? track.Artists[0].Name : "",
            track.DurationMs,
            track.Isrc,
            [.. Features.Thirteen.Select(feature => sound.Values.TryGetValue(feature, out var value) ? (double?)value : null)]);
    }
}
