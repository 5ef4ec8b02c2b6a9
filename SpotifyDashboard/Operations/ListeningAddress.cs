using System.Globalization;

namespace SpotifyDashboard.Operations;

/// <summary>Where the program listens: <c>ASPNETCORE_URLS</c>, <c>--urls</c>, <c>PORT</c> on all addresses, or this machine's port 5080.</summary>
internal static class ListeningAddress
{
    private const string Default = "http://127.0.0.1:5080";

    /// <summary>Other ways in which ASP.NET Core is told; an image's base sets the ports.</summary>
    private static readonly string[] s_otherKeys = ["http_ports", "https_ports"];

    /// <summary>Applies the first of these that is set.</summary>
    /// <exception cref="InvalidOperationException"><c>PORT</c> is no port.</exception>
    public static WebApplicationBuilder UseListeningAddress(this WebApplicationBuilder builder)
    {
        if (Find(builder.Configuration) is { } address)
        {
            builder.WebHost.UseUrls(address);
        }

        return builder;
    }

    /// <summary>The address, or null where ASP.NET Core is to find it itself.</summary>
    internal static string? Find(IConfiguration configuration)
    {
        if (configuration["ASPNETCORE_URLS"] is { Length: > 0 } environment)
        {
            return environment;
        }

        if (configuration["urls"] is { Length: > 0 } urls)
        {
            return urls;
        }

        if (configuration["PORT"] is { Length: > 0 } port)
        {
            return ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? string.Create(CultureInfo.InvariantCulture, $"http://0.0.0.0:{number}")
                : throw new InvalidOperationException($"PORT must be a number from 0 to 65535, not '{port}'.");
        }

        var isToldOtherwise = Array.Exists(s_otherKeys, key => configuration[key] is { Length: > 0 }) || configuration.GetSection("Kestrel:Endpoints").Exists();
        return isToldOtherwise ? null : Default;
    }
}
