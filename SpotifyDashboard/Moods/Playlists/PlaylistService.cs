using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Playlists;

/// <summary>Takes wishes for playlists at Spotify, starts their jobs, and says how they stand. Only the jobs call outside.</summary>
internal sealed class PlaylistService(PlaylistStore store, JobRunner jobs, SpotifyConnection connection, SpotifyConsent consent) : IDisposable
{
    /// <summary>What Spotify takes as a name.</summary>
    public const int LongestName = 100;

    /// <summary>How many tracks a playlist of Spotify's holds.</summary>
    public const int MostTracks = 10_000;

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Whether playlists of <paramref name="listener"/> can be made.</summary>
    public async Task<PlaylistAccess> AccessAsync(ListenerProfile listener, CancellationToken cancellationToken) =>
        listener.IsDemo ? PlaylistAccess.Demo
        : !(await connection.ListConnectedAsync(cancellationToken)).Contains(listener.Id) ? PlaylistAccess.NotConnected
        : await consent.HasAsync(listener.Id, SpotifyAccounts.PlaylistScope, cancellationToken) ? PlaylistAccess.Ready
        : PlaylistAccess.NeedsConsent;

    /// <summary>Remembers the wish and, where all is granted, starts the job; else it waits for <see cref="GoOnAsync"/>.</summary>
    /// <param name="listener">Who wants it.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="tracks">Its tracks; those without a Spotify id are left out.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>The dashboard's number of the playlist, and the job; null while consent is missing.</returns>
    public async Task<(Guid Playlist, Guid? Job)> AskAsync(ListenerProfile listener, string name, IReadOnlyList<PlaylistTrack> tracks, CancellationToken cancellationToken)
    {
        var row = await store.AddAsync(listener.Id, name, tracks, cancellationToken);
        return (row.Id, await AccessAsync(listener, cancellationToken) == PlaylistAccess.Ready ? await StartAsync(row, cancellationToken) : null);
    }

    /// <summary>Starts what waited for consent, once it was given, and says how the playlist stands.</summary>
    /// <returns>Null where there is none of this number.</returns>
    public async Task<PlaylistView?> GoOnAsync(ListenerProfile listener, Guid id, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (await store.FindAsync(listener.Id, id, cancellationToken) is { JobId: null, DoneAt: null } row
                && await AccessAsync(listener, cancellationToken) == PlaylistAccess.Ready)
            {
                await StartAsync(row, cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }

        return await ReadAsync(listener.Id, id, cancellationToken);
    }

    /// <summary>Tries again what ended early; where nobody knew whether it was made, the listener has looked.</summary>
    public async Task TryAgainAsync(ListenerProfile listener, Guid id, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (await ReadAsync(listener.Id, id, cancellationToken) is not { State: PlaylistState.Failed or PlaylistState.Unsettled } view
                || await store.FindAsync(listener.Id, id, cancellationToken) is not { } row)
            {
                return;
            }

            if (view.State == PlaylistState.Unsettled)
            {
                await store.ReleaseAsync(id, cancellationToken);
            }

            await StartAsync(row, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>How the playlist stands; null where there is none of this number.</summary>
    public async Task<PlaylistView?> ReadAsync(int listenerId, Guid id, CancellationToken cancellationToken)
    {
        // The job first: what it has stored by its end is then in the row.
        var known = await store.FindAsync(listenerId, id, cancellationToken);
        var job = known?.JobId is { } number ? await jobs.FindAsync(number, cancellationToken) : null;
        if (await store.FindAsync(listenerId, id, cancellationToken) is not { } row)
        {
            return null;
        }

        var total = PlaylistStore.TracksOf(row).Count;
        var state = row.DoneAt is not null ? PlaylistState.Made
            : row.JobId is null ? PlaylistState.AwaitsConsent
            : job is { HasEnded: false } || row.JobId != known?.JobId ? PlaylistState.UnderWay
            : row is { UnsettledSince: not null, SpotifyId: null } ? PlaylistState.Unsettled
            : PlaylistState.Failed;
        var message = state is PlaylistState.Failed or PlaylistState.Unsettled ? job?.Message ?? "It was stopped before its end." : null;
        return new PlaylistView(row.Id, row.Name, state, row.Added, total, row.LeftOut, row.Url, message);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<Guid> StartAsync(PlaylistRow row, CancellationToken cancellationToken)
    {
        var job = await jobs.EnqueueAsync(PlaylistJobHandler.JobKind, row.ListenerId, new PlaylistJobInput(row.Id).ToJson(), cancellationToken);
        await store.SetJobAsync(row.Id, job, CancellationToken.None);
        return job;
    }
}
