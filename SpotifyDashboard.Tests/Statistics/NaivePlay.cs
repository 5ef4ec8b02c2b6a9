using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Statistics;

/// <summary>One play with all that belongs to it.</summary>
/// <param name="Index">Its place in the log.</param>
/// <param name="Local">When it began, in the listener's zone.</param>
/// <param name="Ms">Milliseconds played.</param>
/// <param name="TrackIndex">The track played.</param>
/// <param name="Track">The same.</param>
/// <param name="StandingIndex">The track that stands for its recording.</param>
/// <param name="Standing">The same.</param>
/// <param name="Detail">Source, flags, circumstance, context.</param>
internal sealed record NaivePlay(int Index, DateTimeOffset Local, int Ms, int TrackIndex, LogTrack Track, int StandingIndex, LogTrack Standing, PlayDetail Detail)
{
    /// <summary>The local day it belongs to.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Local.DateTime);

    /// <summary>The first day of its local month.</summary>
    public DateOnly Month => new(Local.Year, Local.Month, 1);

    /// <summary>The Monday of its local week.</summary>
    public DateOnly Week => Day.AddDays(-(((int)Local.DayOfWeek + 6) % 7));
}
