using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Numbers the tracks of a log in the order in which they are met; those of an earlier log keep their places.</summary>
internal sealed class LogTrackSet
{
    private readonly List<int> _ids = [];
    private readonly HashSet<int> _library = [];
    private int[] _indexOf = [];

    /// <param name="known">The catalogue of the log that is extended, or null.</param>
    public LogTrackSet(LogCatalogue? known)
    {
        foreach (var track in known?.Tracks ?? [])
        {
            IndexOf(track.Id);
        }
    }

    /// <summary>The track rows' numbers, in the order of their indices.</summary>
    public IReadOnlyList<int> Ids => _ids;

    /// <summary>The index of the track with this row number; a new one where it is met for the first time.</summary>
    public int IndexOf(int trackId)
    {
        // Row numbers are dense, so a plain array finds them faster than a dictionary.
        if (trackId >= _indexOf.Length)
        {
            Array.Resize(ref _indexOf, Math.Max(trackId + 1, _indexOf.Length * 2));
        }

        if (_indexOf[trackId] == 0)
        {
            _ids.Add(trackId);
            _indexOf[trackId] = _ids.Count;
        }

        return _indexOf[trackId] - 1;
    }

    /// <summary>The index of the track with this row number, or −1 where it does not belong to the log.</summary>
    public int Find(int trackId) => trackId < _indexOf.Length ? _indexOf[trackId] - 1 : -1;

    /// <summary>Adds a saved or imported track.</summary>
    public void AddToLibrary(int trackId)
    {
        IndexOf(trackId);
        _library.Add(trackId);
    }

    /// <summary>Whether the track with this row number was saved or imported.</summary>
    public bool IsInLibrary(int trackId) => _library.Contains(trackId);
}
