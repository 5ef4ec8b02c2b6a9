namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>What a personal access token may do.</summary>
internal enum TokenScope
{
    /// <summary>Read the API.</summary>
    Read,

    /// <summary>Read and change whatever its account may.</summary>
    Write,
}
