using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>A track as a fact calls it.</summary>
/// <param name="Words">"“Polar” by Nordlys"; null where names are left out or there is no title.</param>
/// <param name="Names">The title and the artist.</param>
internal sealed record TrackName(string? Words, ImmutableArray<FactName> Names)
{
    /// <summary>The track by its title and artist.</summary>
    public static TrackName Of(FactGround ground, string? title, string? artist) =>
        (ground.NameOf(FactNameKind.Track, title), ground.NameOf(FactNameKind.Artist, artist)) switch
        {
            ({ } track, { } by) => new TrackName($"“{track.Name}” by {by.Name}", [track, by]),
            ({ } track, null) => new TrackName($"“{track.Name}”", [track]),
            _ => new TrackName(null, []),
        };
}
