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

    /// <summary>Whether the stretch holds anything new.</summary>
    public bool IsTouched(IReadOnlyList<SightingFacts> stretch)
    {
        for (var i = 0; i < stretch.Count; i++)
        {
            if (IsNew(stretch[i]) || (Renamed.Count > 0 && Renamed.Contains(stretch[i].TrackId)))
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
            _commands.Insert(DerivedPlay.Of(only), isNew: true);
            fates.Added();
            return;
        }

        var sightings = IsOfOneSource(stretch) ? stretch : _names.Named(stretch);
        foreach (var merged in PlayMerger.Derive(sightings))
        {
            Store(sightings, merged);
            TellFates(sightings, merged);
        }
    }

    /// <summary>Stores what still waits. Call once, after the last stretch.</summary>
    public void Complete() => _commands.Flush();

    public void Dispose()
    {
        _commands.Dispose();
        _names.Dispose();
    }

    private void Store(IReadOnlyList<SightingFacts> sightings, MergedPlay merged)
    {
        var carrier = sightings[merged.Carrier];
        foreach (var index in merged.Others)
        {
            var other = sightings[index];
            if (IsNew(other) || other.MergedIntoId != carrier.Id)
            {
                _commands.Merge(other.Id, carrier.Id);
            }

            if (!IsNew(other) && other.MergedIntoId is null)
            {
                _commands.Delete(other);
            }
        }

        if (IsNew(carrier))
        {
            _commands.Insert(merged.Play, isNew: true);
        }
        else if (carrier.MergedIntoId is not null)
        {
            _commands.Merge(carrier.Id, intoId: null);
            _commands.Insert(merged.Play, isNew: false);
        }
        else if (merged.Play != Before(sightings, carrier))
        {
            _commands.Update(merged.Play);
        }
    }

    /// <summary>The play as it was stored: derived from the sightings that were merged into its carrier then.</summary>
    private static DerivedPlay Before(IReadOnlyList<SightingFacts> sightings, in SightingFacts carrier)
    {
        var id = carrier.Id;
        return DerivedPlay.Of(carrier, PlayMerger.Ordered(sightings).Where(s => s.MergedIntoId == id));
    }

    private void TellFates(IReadOnlyList<SightingFacts> sightings, MergedPlay merged)
    {
        var carrier = sightings[merged.Carrier];
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
