namespace SpotifyDashboard.Storage.News;

/// <summary>Passes one kind of news from other processes on to the pages of this one. What this process itself changed comes back, too.</summary>
internal interface INewsReader
{
    /// <summary>The kind, as the database's triggers call it, for example <c>plays</c>.</summary>
    string Kind { get; }

    /// <summary>Something changed.</summary>
    /// <param name="id">Of whom or what.</param>
    /// <param name="cancellationToken">Ends the telling.</param>
    Task TellAsync(string id, CancellationToken cancellationToken);

    /// <summary>Anything may have changed: nobody listened for a while.</summary>
    Task CatchUpAsync(CancellationToken cancellationToken);
}
