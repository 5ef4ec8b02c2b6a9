namespace SpotifyDashboard.Components.Controls;

/// <summary>One of several views of a page, each with an address of its own.</summary>
/// <param name="Name">What is read.</param>
/// <param name="Href">Its address.</param>
/// <param name="IsChosen">Whether it is the one shown.</param>
public sealed record ChoiceLink(string Name, string Href, bool IsChosen);
