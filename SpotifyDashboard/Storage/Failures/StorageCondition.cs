namespace SpotifyDashboard.Storage.Failures;

/// <summary>How the storage did lately, as those who met it tell; whoever asks for the program's health hears of it.</summary>
/// <remarks>Nothing is probed: work that waits for the storage tries again within a minute and tells again, so silence for longer means that it went well.</remarks>
public sealed class StorageCondition(TimeProvider time)
{
    /// <summary>How long a failure counts without another.</summary>
    private static readonly TimeSpan s_memory = TimeSpan.FromSeconds(90);

    private readonly Lock _gate = new();
    private StorageFailure? _failure;
    private long _at;

    /// <summary>The failure that the storage is in; null where it is well.</summary>
    public StorageFailure? Failure
    {
        get
        {
            lock (_gate)
            {
                return _failure is not null && time.GetElapsedTime(_at) < s_memory ? _failure : null;
            }
        }
    }

    /// <summary>Tells of an exception.</summary>
    /// <returns>The failure that it stands for; null where the storage is not to blame.</returns>
    public StorageFailure? Note(Exception exception)
    {
        if (StorageFailure.Of(exception) is not { } failure)
        {
            return null;
        }

        lock (_gate)
        {
            (_failure, _at) = (failure, time.GetTimestamp());
        }

        return failure;
    }

    /// <summary>Tells that work which had met the failure went well.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _failure = null;
        }
    }
}
