using System.Runtime.CompilerServices;

namespace SpotifyDashboard.Tests.House;

/// <summary>Sees that no host of a test, and no program started by one, asks a real service: whoever wants a fake says where it is.</summary>
internal static class NoOutside
{
    private const string Nowhere = "http://127.0.0.1:9";

    [ModuleInitializer]
    internal static void Point()
    {
        Environment.SetEnvironmentVariable("ReccoBeats__Url", Nowhere);
        Environment.SetEnvironmentVariable("MusicBrainz__Url", Nowhere);
        Environment.SetEnvironmentVariable("LrcLib__Url", Nowhere);
        Environment.SetEnvironmentVariable("Genius__Url", Nowhere);
    }
}
