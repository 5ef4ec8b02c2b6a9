namespace SpotifyDashboard.Providers.Http;

/// <summary>Writes the time of a simulated clock into every request, for fakes that live in it, and knows how many are under way.</summary>
internal sealed class RequestStamp(TimeProvider time)
{
    private int _underWay;

    /// <summary>Requests that wait for their answer.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Sends a request with its time.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> sendAsync, CancellationToken cancellationToken)
    {
        request.Headers.Date = time.GetUtcNow();
        Interlocked.Increment(ref _underWay);
        try
        {
            return await sendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
