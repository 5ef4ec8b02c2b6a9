using Microsoft.AspNetCore.Components;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>A page as somebody else may see it: already computed, so that drawing it reads nothing more.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Body">What stands under the heading; it leads to no other page.</param>
public sealed record SharedContent(string Title, RenderFragment Body);
