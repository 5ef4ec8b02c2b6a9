namespace SpotifyDashboard.Statistics.Taste;

/// <summary>Plays and the sum of their marks, see <see cref="TrackMarks"/>.</summary>
/// <param name="Known">Counted plays with a mark.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Sum">The sum of the marks.</param>
internal readonly record struct MarkedPlays(int Known, int Plays, long Sum)
{
    /// <summary>Known ÷ plays; null without plays.</summary>
    public double? Coverage => Plays == 0 ? null : (double)Known / Plays;

    public static MarkedPlays operator +(MarkedPlays one, MarkedPlays other) => new(one.Known + other.Known, one.Plays + other.Plays, one.Sum + other.Sum);
}
