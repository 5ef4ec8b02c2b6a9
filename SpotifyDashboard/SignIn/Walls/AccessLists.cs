using System.Net;

namespace SpotifyDashboard.SignIn.Walls;

/// <summary>Reads the settings of section <c>Access</c> that are lists, separated by blanks or commas.</summary>
internal static class AccessLists
{
    private static readonly char[] s_separators = [' ', ',', '\t', '\r', '\n'];

    /// <summary>The entries of <paramref name="list"/>.</summary>
    public static string[] Of(string? list) => (list ?? "").Split(s_separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The network that an entry of <c>Access:KnownProxies</c> names; null where it is none.</summary>
    /// <param name="entry">A CIDR like <c>10.0.0.0/8</c>, or one address.</param>
    public static IPNetwork? Network(string entry) =>
        IPNetwork.TryParse(entry, out var network) ? network
        : IPAddress.TryParse(entry, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    /// <summary>Whether an entry of <c>Access:CorsOrigins</c> is an origin as browsers write it: scheme, host and port, nothing behind.</summary>
    public static bool IsOrigin(string entry) =>
        Uri.TryCreate(entry, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https"
        && string.Equals(origin.GetLeftPart(UriPartial.Authority), entry, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an entry of <c>Access:Hosts</c> is a host name alone.</summary>
    public static bool IsHost(string entry) => Uri.CheckHostName(entry) is UriHostNameType.Dns or UriHostNameType.IPv4;
}
