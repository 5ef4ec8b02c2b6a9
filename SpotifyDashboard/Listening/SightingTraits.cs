namespace SpotifyDashboard.Listening;

/// <summary>The yes-or-no columns of an export row. Each may be unknown, hence two bits each: told, and true.</summary>
[Flags]
public enum SightingTraits : short
{
    /// <summary>Nothing was told.</summary>
    None = 0,

    /// <summary>The source told whether shuffle was on.</summary>
    ShuffleTold = 1,

    /// <summary>Shuffle was on.</summary>
    Shuffle = 2,

    /// <summary>The source told whether the track was skipped.</summary>
    SkippedTold = 4,

    /// <summary>The track was skipped.</summary>
    Skipped = 8,

    /// <summary>The source told whether the device was offline.</summary>
    OfflineTold = 16,

    /// <summary>The device was offline.</summary>
    Offline = 32,

    /// <summary>The source told whether the session was private.</summary>
    IncognitoTold = 64,

    /// <summary>The session was private.</summary>
    Incognito = 128,
}
