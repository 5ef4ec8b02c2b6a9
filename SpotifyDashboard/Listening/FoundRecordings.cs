using System.Runtime.InteropServices;

namespace SpotifyDashboard.Listening;

/// <summary>The recordings found so far while <see cref="Recordings"/> goes through the tracks, each by the index of the track that stands for it.</summary>
internal sealed class FoundRecordings(IReadOnlyList<RecordingTrack> tracks, IReadOnlyCollection<(int TrackId, int OtherTrackId)> splits)
{
    private readonly Dictionary<string, List<int>> _byIsrc = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _bySpokenNames = new(StringComparer.Ordinal);
    private readonly ILookup<int, int> _apart = splits
        .SelectMany(pair => new[] { (pair.TrackId, pair.OtherTrackId), (pair.OtherTrackId, pair.TrackId) })
        .ToLookup(pair => pair.Item1, pair => pair.Item2);

    /// <summary>How many recordings were found before each, and so are more trustworthy.</summary>
    private readonly Dictionary<int, int> _ranks = [];

    /// <summary>Where tracks that were told apart from another stand, by row number.</summary>
    private readonly Dictionary<int, int> _placeOf = [];

    /// <summary>Puts the track at <paramref name="index"/> into its recording, a new one where it fits none, and returns that.</summary>
    public int Place(int index, string? isrc)
    {
        var track = tracks[index];
        var place = ByIsrc(track, isrc) ?? ByLength(track) ?? ByNamesAlone(track) ?? index;
        if (place == index)
        {
            _ranks[place] = _ranks.Count;
            Add(_byNames, track.NameKey, place);
        }

        Add(_byIsrc, isrc, place);
        Add(_bySpokenNames, track.NameKey, place);
        if (_apart.Contains(track.Id))
        {
            _placeOf[track.Id] = place;
        }

        return place;
    }

    private int? ByIsrc(in RecordingTrack track, string? isrc) => First(track, Of(_byIsrc, isrc));

    /// <summary>The recording of these names whose length is nearest.</summary>
    private int? ByLength(in RecordingTrack track)
    {
        if (track.DurationMs is not { } duration)
        {
            return null;
        }

        int? nearest = null;
        var least = long.MaxValue;
        foreach (var place in Of(_byNames, track.NameKey))
        {
            if (tracks[place].DurationMs is { } other
                && Recordings.AreNear(duration, other)
                && Math.Abs((long)duration - other) < least
                && MayJoin(track, place))
            {
                nearest = place;
                least = Math.Abs((long)duration - other);
            }
        }

        return nearest;
    }

    /// <summary>A source that gives names only can't mean one release or another: the first will do.</summary>
    private int? ByNamesAlone(in RecordingTrack track) => track.SpotifyId is null ? First(track, Of(_bySpokenNames, track.NameKey)) : null;

    private int? First(in RecordingTrack track, IEnumerable<int> places)
    {
        foreach (var place in places)
        {
            if (MayJoin(track, place))
            {
                return place;
            }
        }

        return null;
    }

    private bool MayJoin(in RecordingTrack track, int place)
    {
        foreach (var other in _apart[track.Id])
        {
            if (_placeOf.TryGetValue(other, out var at) && at == place)
            {
                return false;
            }
        }

        return true;
    }

    private static List<int> Of(Dictionary<string, List<int>> places, string? key) =>
        !string.IsNullOrEmpty(key) && places.TryGetValue(key, out var found) ? found : [];

    /// <summary>Notes a recording under a key, among others in the order of their trust.</summary>
    private void Add(Dictionary<string, List<int>> places, string? key, int place)
    {
        if (string.IsNullOrEmpty(key))
        {
            return;
        }

        ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out _);
        found ??= [];
        if (!found.Contains(place))
        {
            var before = found.FindIndex(other => _ranks[other] > _ranks[place]);
            found.Insert(before < 0 ? found.Count : before, place);
        }
    }
}
