namespace SpotifyDashboard.Providers.Http;

/// <summary>A call that wants a share of the daily quota.</summary>
/// <param name="EndpointGroup">The bucket Spotify may count it in, for example <c>recently-played</c>.</param>
/// <param name="Priority">What it is for.</param>
public sealed record BudgetedCall(string EndpointGroup, CallPriority Priority);
