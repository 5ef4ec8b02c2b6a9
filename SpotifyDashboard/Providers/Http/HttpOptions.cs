namespace SpotifyDashboard.Providers.Http;

/// <summary>How calls outside are made: section <c>Http</c>.</summary>
internal sealed class HttpOptions
{
    public const string SectionName = "Http";

    /// <summary>Calls under way at once, to all services together (<c>MAX_CONCURRENT_REQUESTS</c>).</summary>
    public int MaxConcurrentRequests { get; set; } = 10;
}
