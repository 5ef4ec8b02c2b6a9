namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>What one share link shows: a page with its choices.</summary>
/// <param name="Address">The dashboard's own address of it, always written the same way.</param>
/// <param name="Words">What a list of links calls it: "Top 20 artists, six months".</param>
public sealed record SharedScope(string Address, string Words);
