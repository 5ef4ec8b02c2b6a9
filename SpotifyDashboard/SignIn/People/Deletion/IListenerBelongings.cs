namespace SpotifyDashboard.SignIn.People.Deletion;

/// <summary>What a feature keeps of a listener outside the database: it goes with them.</summary>
public interface IListenerBelongings
{
    /// <summary>Deletes all of it. Called before their rows are deleted, and again where that was interrupted.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>How many files were deleted.</returns>
    Task<int> DeleteAsync(int listenerId, CancellationToken cancellationToken);
}
