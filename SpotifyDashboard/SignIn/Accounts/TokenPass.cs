using SpotifyDashboard.Session;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>A token that holds, and whose it is.</summary>
/// <param name="Visitor">Whose.</param>
/// <param name="Scope">What it may do.</param>
internal sealed record TokenPass(Visitor Visitor, TokenScope Scope);
