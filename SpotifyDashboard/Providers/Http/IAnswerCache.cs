namespace SpotifyDashboard.Providers.Http;

/// <summary>Keeps what services answered about things that are the same for everyone. Nothing of a listener's own belongs here.</summary>
public interface IAnswerCache
{
    /// <summary>The answers about <paramref name="ids"/>: those kept, and for the others what <paramref name="fetch"/> brings.</summary>
    /// <param name="kind">Service and what is asked, for example <c>spotify/tracks</c>.</param>
    /// <param name="ids">Distinct ids.</param>
    /// <param name="fetch">Asks the service about the ids it is given; callers at the same time share one fetch.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    Task<CachedAnswers> GetAsync(
        string kind,
        IReadOnlyCollection<string> ids,
        Func<IReadOnlyList<string>, CancellationToken, Task<FetchedAnswers>> fetch,
        CancellationToken cancellationToken);
}
