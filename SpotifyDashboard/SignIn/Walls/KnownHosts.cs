using System.Net;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.SignIn.Walls;

/// <summary>The names under which the dashboard may be asked for: a foreign page can point a name of its own at this machine (DNS rebinding).</summary>
internal sealed class KnownHosts
{
    private readonly HashSet<string> _names;

    public KnownHosts(IOptions<AccessOptions> access, IOptions<SpotifyOptions> spotify)
    {
        _names = new HashSet<string>(AccessLists.Of(access.Value.Hosts), StringComparer.OrdinalIgnoreCase) { "localhost" };
        if (Uri.TryCreate(spotify.Value.RedirectUri, UriKind.Absolute, out var redirect))
        {
            _names.Add(redirect.Host);
        }
    }

    /// <summary>Whether the host of a request is one of them, or a number: a number can't be pointed elsewhere.</summary>
    public bool Knows(HostString host) => host.HasValue && (IPAddress.TryParse(host.Host, out _) || _names.Contains(host.Host));
}
