namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>An invitation just made: the only moment at which its code is known.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Code">Its code.</param>
internal sealed record NewInvitation(Invitation Invitation, string Code)
{
    /// <summary>The address to give to the one invited, without host.</summary>
    public string Path => $"/join/{Code}";
}
