namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A hit of the fake Genius.</summary>
internal sealed record GeniusSong(string Title, string Artist, string Url = "https://genius.com/Nordlys-kollektiv-glass-harbour-lyrics", string State = "complete");
