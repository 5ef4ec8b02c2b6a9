namespace SpotifyDashboard.Providers.Spotify;

/// <summary>A page of a longer list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The entries; those that had vanished are left out.</param>
/// <param name="Total">Entries in all; null where it was not told.</param>
/// <param name="HasNext">Whether another page follows.</param>
public sealed record SpotifyPage<T>(IReadOnlyList<T> Items, int? Total, bool HasNext);
