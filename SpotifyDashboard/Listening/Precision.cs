namespace SpotifyDashboard.Listening;

/// <summary>How well the times of a <see cref="Play"/> are known.</summary>
public enum Precision : byte
{
    /// <summary>End and milliseconds played were told by the source, to the second or better.</summary>
    Exact = 1,

    /// <summary>The end is rounded to the minute, or the milliseconds played are assumed.</summary>
    Estimated = 2,
}
