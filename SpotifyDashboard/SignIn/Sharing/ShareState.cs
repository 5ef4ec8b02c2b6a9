using System.Text.Json.Serialization;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>Whether a share link works.</summary>
[JsonConverter(typeof(ShareStateConverter))]
public enum ShareState
{
    /// <summary>Whoever has it sees the page.</summary>
    Active,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Its listener withdrew it.</summary>
    Revoked,
}
