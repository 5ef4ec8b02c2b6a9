namespace SpotifyDashboard.Providers.Http;

/// <summary>Spotify's ids, which other services are asked by too.</summary>
internal static class SpotifyIds
{
    private const int Longest = 64;

    /// <summary>Whether it can be an id at all; anything else is not worth a call, and could change the path it is put into.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= Longest && text.All(char.IsAsciiLetterOrDigit);
}
