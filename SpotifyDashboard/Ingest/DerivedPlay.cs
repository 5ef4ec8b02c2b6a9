using System.Runtime.InteropServices;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest;

/// <summary>A play as derived from its sightings: everything that is stored of it but the listener.</summary>
/// <param name="Id">The id of the sighting that carries it.</param>
/// <param name="Times">When it began and ended.</param>
/// <param name="MsPlayed">Milliseconds played.</param>
/// <param name="TrackId">The track.</param>
/// <param name="Source">The most trusted source that saw it.</param>
/// <param name="CircumstanceId">Reasons, platform, country.</param>
/// <param name="Flags">Shuffle, skipped, offline, private session.</param>
/// <param name="ContextId">Playlist, album or artist it was played from; null where nobody tells.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DerivedPlay(
    long Id, PlayTimes Times, int MsPlayed, int TrackId, Source Source, int CircumstanceId, SightingTraits Flags, int? ContextId)
{
    /// <summary>The play that one sighting alone makes.</summary>
    public static DerivedPlay Of(in SightingFacts sighting) => new(
        sighting.Id,
        sighting.Times,
        sighting.MsPlayed,
        sighting.TrackId,
        sighting.Source,
        sighting.CircumstanceId,
        sighting.Flags,
        sighting.ContextId);

    /// <summary>The play that several sightings make together: what <paramref name="carrier"/> does not tell is taken from the best of the others.</summary>
    /// <param name="carrier">The most trusted sighting.</param>
    /// <param name="others">The others, most trusted first.</param>
    public static DerivedPlay Of(in SightingFacts carrier, IEnumerable<SightingFacts> others)
    {
        var play = Of(carrier);
        foreach (var other in others)
        {
            play = play with
            {
                CircumstanceId = play.CircumstanceId == Circumstance.UnknownId ? other.CircumstanceId : play.CircumstanceId,
                Flags = play.Flags == SightingTraits.None ? other.Flags : play.Flags,
                ContextId = play.ContextId ?? other.ContextId,
            };
        }

        return play;
    }
}
