using System.Collections.Immutable;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods;

/// <summary>What is remembered of a map: the moods that newer ones are matched to.</summary>
/// <param name="Wanted">The number of moods that was asked for.</param>
/// <param name="Features">The features it was made of.</param>
/// <param name="Moods">Its moods by number.</param>
/// <param name="Changes">What became of its moods.</param>
internal sealed record MoodMemory(int Wanted, ImmutableArray<Feature> Features, ImmutableArray<RememberedMood> Moods, ImmutableArray<MoodChange> Changes)
{
    /// <summary>Whether it is the memory of the very choice of <paramref name="request"/>, not of one like it.</summary>
    public bool IsOf(MoodMapRequest request, MoodRows rows) => Wanted == request.Moods && Speaks(rows);

    /// <summary>Whether its names are made of the features of <paramref name="rows"/>.</summary>
    public bool Speaks(MoodRows rows) => Features.SequenceEqual(rows.Features);
}
