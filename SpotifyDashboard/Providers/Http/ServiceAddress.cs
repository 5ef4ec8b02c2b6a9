namespace SpotifyDashboard.Providers.Http;

/// <summary>Addresses of services, which are settings and may carry a path prefix.</summary>
internal static class ServiceAddress
{
    /// <summary>The address of <paramref name="relative"/> below <paramref name="baseAddress"/>, whose path is kept.</summary>
    /// <param name="baseAddress">For example <c>http://host:9000/spotify/v1</c>, with or without a slash at its end.</param>
    /// <param name="relative">Path and query, without a slash at its beginning.</param>
    public static Uri Under(string baseAddress, string relative) => new($"{baseAddress.TrimEnd('/')}/{relative}", UriKind.Absolute);

    /// <summary>Whether calls can be made below this address.</summary>
    public static bool IsUsable(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri is { Host.Length: > 0, Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 };

    /// <summary>The sentence for a setting that is no usable address.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="address">Its value.</param>
    public static string WhyNot(string key, string address) => $"{key} must be an address like https://example.org/path (http or https, no query), not '{address}'.";
}
