namespace SpotifyDashboard.Jobs;

/// <summary>Where a job stands. Stored and shown in lower case.</summary>
public enum JobState
{
    /// <summary>Waiting for its turn; survives a restart.</summary>
    Queued,

    /// <summary>Being worked on.</summary>
    Running,

    /// <summary>Done, with its result.</summary>
    Succeeded,

    /// <summary>Ended by an error that its message tells.</summary>
    Failed,

    /// <summary>Ended by the listener.</summary>
    Cancelled,

    /// <summary>Its process died and it can't be taken up again.</summary>
    Interrupted,
}
