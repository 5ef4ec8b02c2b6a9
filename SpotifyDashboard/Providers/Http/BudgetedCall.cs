namespace SpotifyDashboard.Providers.Http;

/// <summary>A call that wants a share of the daily quota.</summary>
/// <param name="EndpointGroup">The bucket Spotify may count it in, for example <c>recently-played</c>.</param>
/// <param name="Priority">What it is for.</param>
public sealed record BudgetedCall(string EndpointGroup, CallPriority Priority)
{
    /// <summary>The listener whose token it carries, and so whose app's quota it takes from; null for the installation's app.</summary>
    public int? ListenerId { get; init; }
}
