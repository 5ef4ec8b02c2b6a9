namespace SpotifyDashboard.Tests.Fakes;

/// <summary>The app as its owner entered it at the developer site, and how Spotify treats it. Settable at any time.</summary>
internal sealed class SpotifyApp
{
    public string ClientId { get; set; } = "0123456789abcdef0123456789abcdef";

    public string ClientSecret { get; set; } = "fedcba9876543210fedcba9876543210";

    /// <summary>Exact addresses. One with a loopback address and no port stands for any port.</summary>
    public IReadOnlyList<string> RedirectUris { get; set; } = ["http://127.0.0.1/callback"];

    public SpotifyMode Mode { get; set; } = SpotifyMode.Development;

    public TokenRotation Rotation { get; set; } = TokenRotation.Never;

    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a user's consent lasts; refreshing does not extend it.</summary>
    public int ConsentMonths { get; set; } = 6;

    /// <summary>Without it every call answers 403 in plain words.</summary>
    public bool OwnerHasPremium { get; set; } = true;

    /// <summary>Calls in any 24 hours, of all users together; null: no end.</summary>
    public int? DailyQuota { get; set; }

    /// <summary>Calls in any 30 seconds; null: no end.</summary>
    public int? ShortLimit { get; set; }

    /// <summary>Whether an exhausted quota is told by the bare words of older days instead of JSON with a reason.</summary>
    public bool TellsQuotaInPlainText { get; set; }

    /// <summary>Whether the removed endpoint for related artists and its like answer 404 instead of 403.</summary>
    public bool HidesClosedEndpoints { get; set; }

    /// <summary>Who sits at the browser; null: the first user of the world.</summary>
    public WorldUser? UserAtBrowser { get; set; }

    /// <summary>Whether that user says no.</summary>
    public bool IsDenied { get; set; }
}
