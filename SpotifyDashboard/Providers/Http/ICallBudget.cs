namespace SpotifyDashboard.Providers.Http;

/// <summary>Gives leave to call Spotify's Web API: all who use one app share its rolling 24-hour quota (contracts, 2.3).</summary>
public interface ICallBudget
{
    /// <summary>Takes one call out of the budget, before it is sent. Every attempt needs its own, retries too.</summary>
    /// <exception cref="ProviderException">There is none left for this priority, or Spotify has said to wait: <see cref="Failure.WaitUntil"/> with the moment.</exception>
    Task<CallPermit> TakeAsync(BudgetedCall wanted, CancellationToken cancellationToken);

    /// <summary>Notes what came back. Never fails because the call did.</summary>
    /// <param name="permit">The leave it was made with.</param>
    /// <param name="statusCode">HTTP status; null where none came.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    Task CompleteAsync(CallPermit permit, int? statusCode, CancellationToken cancellationToken);

    /// <summary>Remembers that Spotify said to wait; no call of the group is let through before. Survives a restart.</summary>
    /// <param name="endpointGroup">The group; null for all calls (the daily quota).</param>
    /// <param name="until">The end (UTC).</param>
    /// <param name="reason">What Spotify said, in words for the listener.</param>
    /// <param name="listenerId">Whose app was told to wait; null for the installation's.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    Task BlockAsync(string? endpointGroup, DateTimeOffset until, string reason, int? listenerId, CancellationToken cancellationToken);
}
