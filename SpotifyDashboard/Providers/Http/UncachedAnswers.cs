namespace SpotifyDashboard.Providers.Http;

/// <summary>Asks the service every time: for programs without a cache.</summary>
internal sealed class UncachedAnswers(TimeProvider time) : IAnswerCache
{
    public async Task<CachedAnswers> GetAsync(
        string kind,
        IReadOnlyCollection<string> ids,
        Func<IReadOnlyList<string>, CancellationToken, Task<FetchedAnswers>> fetch,
        CancellationToken cancellationToken)
    {
        var fetched = await fetch([.. ids], cancellationToken);
        var now = time.GetUtcNow();
        return new CachedAnswers(
            fetched.Bodies.ToDictionary(static body => body.Key, body => new CachedAnswer(body.Value, now, IsStale: false), StringComparer.Ordinal),
            fetched.Stopped);
    }
}
