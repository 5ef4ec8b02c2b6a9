namespace SpotifyDashboard.Tests.Fakes;

/// <summary>When a refresh answers with a new refresh token, which ends the old one.</summary>
public enum TokenRotation
{
    Never,
    Always,

    /// <summary>At every second refresh, beginning with the first.</summary>
    Sometimes,
}
