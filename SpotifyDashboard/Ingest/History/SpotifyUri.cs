namespace SpotifyDashboard.Ingest.History;

/// <summary>Takes the id out of a track's address.</summary>
internal static class SpotifyUri
{
    /// <summary>Length of an id in base 62.</summary>
    public const int IdLength = 22;

    /// <summary>The id in <c>spotify:track:…</c>, or empty where it is none.</summary>
    public static ReadOnlySpan<byte> TrackId(ReadOnlySpan<byte> uri) =>
        uri.StartsWith("spotify:track:"u8) && IsId(uri[14..]) ? uri[14..] : default;

    /// <summary>The id in a <c>spotify:track:…</c>, a link to open.spotify.com or a bare id; null where it is none.</summary>
    public static string? FindTrackId(string text)
    {
        var id = text.Trim();
        var query = id.IndexOf('?', StringComparison.Ordinal);
        id = query < 0 ? id : id[..query];
        id = id[(id.LastIndexOfAny([':', '/']) + 1)..];
        var isOther = text.Contains("spotify", StringComparison.OrdinalIgnoreCase) && !text.Contains("track", StringComparison.OrdinalIgnoreCase);
        return !isOther && id.Length == IdLength && id.All(char.IsAsciiLetterOrDigit) ? id : null;
    }

    private static bool IsId(ReadOnlySpan<byte> text)
    {
        if (text.Length != IdLength)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)c))
            {
                return false;
            }
        }

        return true;
    }
}
