using Microsoft.AspNetCore.Hosting;

namespace SpotifyDashboard.Tests.House;

/// <summary>A program for which nothing answers outside: tests that want a service start its fake.</summary>
internal static class NoOutside
{
    /// <summary>A port of this machine on which nothing listens.</summary>
    private const string Nowhere = "http://127.0.0.1:1";

    /// <summary>Points every service at it; a later setting of the test wins.</summary>
    public static void Apply(IWebHostBuilder builder)
    {
        foreach (var key in new[] { "Spotify:AccountsUrl", "Spotify:ApiUrl", "ReccoBeats:Url", "MusicBrainz:Url" })
        {
            builder.UseSetting(key, Nowhere);
        }
    }
}
