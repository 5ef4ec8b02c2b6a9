namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Keeps the calls to a model within what the operator allows.</summary>
public interface ICallGuard
{
    /// <summary>Takes one of a listener's calls of today; it counts as made, whatever becomes of it. Asked before each call, the repair's too.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>Null where the call may be made, else why not, in a sentence for the listener.</returns>
    Task<string?> TakeAsync(int listenerId, CancellationToken cancellationToken);
}
