namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Which headers a request to a service may bear.</summary>
internal static class ListedHeaders
{
    // What HTTP itself needs, and what .NET adds to every request while it is traced; the date, which a simulation tells.
    private static readonly string[] s_ofHttp =
        ["Host", "Connection", "User-Agent", "Accept", "Accept-Encoding", "traceparent", "tracestate", "baggage", "Request-Id", "Correlation-Context", "Date"];

    /// <exception cref="RefusedException">There is one that is neither HTTP's own nor listed.</exception>
    public static void Check(FakeRequest request, params string[] listed)
    {
        foreach (var name in request.Headers.Keys)
        {
            if (!s_ofHttp.Contains(name, StringComparer.OrdinalIgnoreCase) && !listed.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new RefusedException($"Header '{name}' is not listed.");
            }
        }
    }
}
