using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest;

/// <summary>Changes the stored plays of one stretch to those that its sightings make now.</summary>
internal sealed class PlayUpdate(WriteTransaction write, long firstNewId, IPlayFates fates) : IDisposable
{
    private readonly PlayCommands _commands = new(write);
    private readonly TrackNames _names = new(write);

    /// <summary>Tracks whose comparable names changed, so that stretches with them are derived again.</summary>
    public IReadOnlySet<int> Renamed { get; set; } = new HashSet<int>();

    /// <summary>Sightings that were removed or restored, so that stretches with them are derived again.</summary>
    public IReadOnlySet<long> Edited { get; set; } = new HashSet<long>();

    /// <summary>Whether the stretch holds anything new.</summary>
    public bool IsTouched(IReadOnlyList<SightingFacts> stretch)
    {
        for (var i = 0; i < stretch.Count; i++)
        {
            if (IsNew(stretch[i]) || (Renamed.Count > 0 && Renamed.Contains(stretch[i].TrackId)) || (Edited.Count > 0 && Edited.Contains(stretch[i].Id)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Derives the stretch's plays and stores what differs.</summary>
    public void Apply(IReadOnlyList<SightingFacts> stretch)
    {
        if (stretch is [var only] && IsNew(only))
        {
            ApplyOnly(only);
            return;
        }

        var sightings = IsOfOneSource(stretch) ? stretch : _names.Named(stretch);
        var leftOut = LeftOutBefore(sightings);
        foreach (var merged in PlayMerger.Derive(sightings))
        {
            var isLeftOut = sightings[merged.Carrier].IsRemoved || merged.Others.Any(i => sightings[i].IsRemoved);
            Store(sightings, merged, isLeftOut, leftOut);
            TellFates(sightings, merged, isLeftOut);
        }
    }

    /// <summary>Stores what still waits. Call once, after the last stretch.</summary>
    public void Complete() => _commands.Flush();

    public void Dispose()
    {
        _commands.Dispose();
        _names.Dispose();
    }

    /// <summary>The most frequent case by far: one new sighting that nothing can be linked with.</summary>
    private void ApplyOnly(in SightingFacts only)
    {
        if (only.IsRemoved)
        {
            fates.Removed();
            return;
        }

        _commands.Insert(DerivedPlay.Of(only), isNew: true);
        fates.Added();
    }

    /// <summary>Carriers whose play was not stored before, because a sighting of it was removed.</summary>
    private static HashSet<long> LeftOutBefore(IReadOnlyList<SightingFacts> sightings)
    {
        var leftOut = new HashSet<long>();
        for (var i = 0; i < sightings.Count; i++)
        {
            if (sightings[i].WasRemoved)
            {
                leftOut.Add(sightings[i].MergedIntoId ?? sightings[i].Id);
            }
        }

        return leftOut;
    }

    private void Store(IReadOnlyList<SightingFacts> sightings, MergedPlay merged, bool isLeftOut, HashSet<long> leftOutBefore)
    {
        var carrier = sightings[merged.Carrier];
        foreach (var index in merged.Others)
        {
            var other = sightings[index];
            if (IsNew(other) || other.MergedIntoId != carrier.Id)
            {
                _commands.Merge(other.Id, carrier.Id);
            }

            if (HadPlay(other, leftOutBefore))
            {
                _commands.Delete(other);
            }
        }

        if (!IsNew(carrier) && carrier.MergedIntoId is not null)
        {
            _commands.Merge(carrier.Id, intoId: null);
        }

        switch (HadPlay(carrier, leftOutBefore), isLeftOut)
        {
            case (true, true):
                _commands.Delete(carrier);
                break;
            case (true, false) when merged.Play != Before(sightings, carrier):
                _commands.Update(merged.Play);
                break;
            case (false, false):
                _commands.Insert(merged.Play, IsNew(carrier));
                break;
            default:
                // Stored as it is, or left out as before.
                break;
        }
    }

    private bool HadPlay(in SightingFacts sighting, HashSet<long> leftOutBefore) =>
        !IsNew(sighting) && sighting.MergedIntoId is null && !leftOutBefore.Contains(sighting.Id);

    /// <summary>The play as it was stored: derived from the sightings that were merged into its carrier then.</summary>
    private static DerivedPlay Before(IReadOnlyList<SightingFacts> sightings, in SightingFacts carrier)
    {
        var id = carrier.Id;
        return DerivedPlay.Of(carrier, PlayMerger.Ordered(sightings).Where(s => s.MergedIntoId == id));
    }

    private void TellFates(IReadOnlyList<SightingFacts> sightings, MergedPlay merged, bool isLeftOut)
    {
        var carrier = sightings[merged.Carrier];
        if (isLeftOut)
        {
            for (var count = merged.Others.Append(merged.Carrier).Count(i => IsNew(sightings[i])); count > 0; count--)
            {
                fates.Removed();
            }

            return;
        }

        if (IsNew(carrier))
        {
            var known = merged.Others.Select(i => sightings[i]).Where(s => !IsNew(s)).ToList();
            if (known.Exists(s => s.Source == carrier.Source))
            {
                fates.ReportedTwice();
            }
            else if (known is [var best, ..])
            {
                fates.Merged(best.Source);
            }
            else
            {
                fates.Added();
            }
        }

        foreach (var other in merged.Others.Select(i => sightings[i]).Where(IsNew))
        {
            if (other.Source == carrier.Source)
            {
                fates.ReportedTwice();
            }
            else
            {
                fates.Merged(carrier.Source);
            }
        }
    }

    private bool IsNew(SightingFacts sighting) => sighting.Id >= firstNewId;

    private static bool IsOfOneSource(IReadOnlyList<SightingFacts> stretch)
    {
        for (var i = 1; i < stretch.Count; i++)
        {
            if (stretch[i].Source != stretch[0].Source)
            {
                return false;
            }
        }

        return true;
    }
}
