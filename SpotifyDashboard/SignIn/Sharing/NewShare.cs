namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>A share link just made, with the only sight of its token there will ever be.</summary>
/// <param name="Link">The link.</param>
/// <param name="Token">Whoever has it sees the page: 256 random bits, base64url.</param>
public sealed record NewShare(ShareLink Link, string Token)
{
    /// <summary>The path to hand out.</summary>
    public string Path => $"/s/{Token}";
}
