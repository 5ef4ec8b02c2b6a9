namespace SpotifyDashboard.Components;

/// <summary>A component that a feature wants on the page of every track, below what is known of it; registered as a service.</summary>
/// <param name="Component">Its type; its one parameter, <c>Id</c>, is the track's public id. It draws nothing where it has nothing to say.</param>
/// <param name="What">What it shows, for the message that stands there when it fails: "The words of the song".</param>
internal sealed record TrackSection(Type Component, string What);
