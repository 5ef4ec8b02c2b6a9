namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A request that the contract does not list: answered 400 and kept as a violation.</summary>
internal sealed class RefusedException(string message) : Exception(message);
