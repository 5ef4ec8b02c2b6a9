namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Somebody with a Spotify account.</summary>
internal sealed class WorldUser(string id, string accountId)
{
    public string Id => id;

    /// <summary>Stable, unlike the id.</summary>
    public string AccountId => accountId;

    public string? DisplayName { get; set; }

    public Uri? ImageUrl { get; set; }

    /// <summary>Stands in the app's user list; without it the login works and every call answers 403.</summary>
    public bool IsAllowListed { get; set; } = true;

    public override string ToString() => id;
}
