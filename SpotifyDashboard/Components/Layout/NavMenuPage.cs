using Microsoft.AspNetCore.Components.Routing;

namespace SpotifyDashboard.Components.Layout;

/// <summary>One page of the navigation.</summary>
/// <param name="Href">Its address.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Picture">Path of its picture, in a box of 24 by 24, drawn as lines.</param>
/// <param name="Match">Whether addresses below it belong to it.</param>
public sealed record NavMenuPage(string Href, string Name, string Picture, NavLinkMatch Match);
