namespace SpotifyDashboard.Storage.Failures;

/// <summary>What can be wrong with the place where everything is kept.</summary>
public enum StorageTrouble
{
    /// <summary>There is no room left on the disk, or in the database.</summary>
    DiskFull,

    /// <summary>The disk, the file or the server lets nothing be written.</summary>
    ReadOnly,

    /// <summary>Another program holds the database's write lock for longer than one waits.</summary>
    Locked,

    /// <summary>The database file is damaged, or no database.</summary>
    Damaged,

    /// <summary>The database file can't be opened.</summary>
    CannotOpen,

    /// <summary>The disk answers with errors.</summary>
    DiskError,

    /// <summary>The database server does not answer, is starting or is being stopped.</summary>
    Unreachable,

    /// <summary>The database server takes no more connections.</summary>
    TooManyConnections,

    /// <summary>The keys that protect tokens can't be read.</summary>
    KeysUnreadable,
}
