namespace SpotifyDashboard.Tests.Fakes;

/// <summary>How a <see cref="Fault"/> spoils an answer.</summary>
public enum FaultKind
{
    /// <summary>Another answer instead of the right one.</summary>
    Answer,

    /// <summary>Nothing is ever sent, and the connection stays open.</summary>
    Stall,

    /// <summary>The right answer, a byte at a time.</summary>
    Trickle,

    /// <summary>Half of the right answer, then the connection breaks.</summary>
    Cut,

    /// <summary>The right answer with a content length that is too large; then the connection ends.</summary>
    LengthTooLarge,

    /// <summary>The right answer with a content length that is too small.</summary>
    LengthTooSmall,

    /// <summary>The right answer, later.</summary>
    Latency,

    /// <summary>The right answer's status, with a body that is not what it should be.</summary>
    Spoil,
}
