namespace SpotifyDashboard.Demo;

/// <summary>The true moods of the invented tracks, which a mood map with five moods should find again.</summary>
internal enum DemoMood
{
    /// <summary>Loud, fast and dark: for running.</summary>
    Drive,

    /// <summary>Danceable and happy: for the weekend.</summary>
    Party,

    /// <summary>Quiet, acoustic and sung: for the late evening.</summary>
    Calm,

    /// <summary>Instrumental and even: for work.</summary>
    Focus,

    /// <summary>Wordy and rhythmic: for the way.</summary>
    Words,
}
