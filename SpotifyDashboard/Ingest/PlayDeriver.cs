using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest;

/// <summary>Brings the stored plays up to date with the stored sightings, for the stretches that changed and no others.</summary>
/// <remarks>
/// Runs inside the transaction that stored the sightings, so nobody ever sees one without the other. It streams: memory depends on how
/// many sightings lie within six hours of each other, not on how many there are.
/// </remarks>
internal sealed class PlayDeriver : IAsyncDisposable
{
    /// <summary>No link between two sightings is longer than this.</summary>
    private const long LongestLink = PlayMerger.LongestFlip + PlayMerger.PollReach + PlayMerger.Reach;

    private const long Week = 7 * 24 * 3600 * 1000L;

    private readonly SightingReader _sightings;
    private readonly PlayUpdate _update;

    private PlayDeriver(SightingReader sightings, PlayUpdate update)
    {
        _sightings = sightings;
        _update = update;
    }

    /// <summary>Makes a deriver for one transaction.</summary>
    /// <param name="write">The transaction in which the sightings were stored.</param>
    /// <param name="firstNewId">The lowest id of a sighting stored in it.</param>
    /// <param name="atHand">All sightings from that id on; null where they are too many to be held.</param>
    /// <param name="fates">Hears what became of each new sighting.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    public static async Task<PlayDeriver> CreateAsync(
        WriteTransaction write, long firstNewId, IReadOnlyList<SightingFacts>? atHand, IPlayFates fates, CancellationToken cancellationToken) =>
        new(await SightingReader.CreateAsync(write, firstNewId, atHand, cancellationToken), new PlayUpdate(write, firstNewId, fates));

    /// <summary>Derives the plays anew wherever it is needed.</summary>
    /// <param name="touched">When the new sightings ended; widened where tracks changed their names.</param>
    /// <param name="renamed">Tracks known before whose comparable names changed in this transaction.</param>
    /// <param name="edited">Sightings known before that were removed or restored in this transaction; their days are touched.</param>
    /// <param name="progress">Hears after each few thousand sightings how many were looked at.</param>
    /// <param name="cancellationToken">Ends the derivation; the caller rolls back.</param>
    public async Task DeriveAsync(
        TouchedDays touched, IReadOnlySet<int> renamed, IReadOnlySet<long> edited, Action<long> progress, CancellationToken cancellationToken)
    {
        _update.Renamed = renamed;
        _update.Edited = edited;
        _sightings.Edited = edited;
        if (renamed.Count > 0)
        {
            foreach (var end in await _sightings.EndsOfAsync(renamed, cancellationToken))
            {
                touched.Add(end);
            }
        }

        var seen = 0L;
        var doneUntil = long.MinValue;
        foreach (var range in touched.Ranges())
        {
            var margin = 2 * LongestLink;
            while (!await SweepAsync(range, margin, doneUntil, rows => progress(seen += rows), cancellationToken))
            {
                // A single chain of links reaches further back than was read.
                margin += Week;
            }

            doneUntil = range.To;
        }

        _update.Complete();
    }

    public async ValueTask DisposeAsync()
    {
        _update.Dispose();
        await _sightings.DisposeAsync();
    }

    /// <summary>Derives the stretches that begin in a range, or before it and reach into it.</summary>
    /// <param name="range">First and last millisecond.</param>
    /// <param name="margin">How far before the range to begin to read.</param>
    /// <param name="doneUntil">Stretches that begin up to here were derived with an earlier range.</param>
    /// <param name="progress">Hears how many sightings were read.</param>
    /// <param name="cancellationToken">Ends the sweep.</param>
    /// <returns>False, with nothing changed, where the first changed stretch may begin before what was read.</returns>
    private async Task<bool> SweepAsync(
        (long From, long To) range, long margin, long doneUntil, Action<int> progress, CancellationToken cancellationToken)
    {
        var from = range.From - margin;
        var splitFrom = from + LongestLink;
        var cutter = new StretchCutter();
        var mayBeCutOff = await _sightings.HasBeforeAsync(from, cancellationToken);
        var isFirst = true;
        var complete = true;
        void Take(IReadOnlyList<SightingFacts> stretch)
        {
            var cutOff = mayBeCutOff && isFirst && stretch[0].EndedAt < splitFrom;
            isFirst = false;
            if (!complete || stretch[0].EndedAt > range.To || stretch[^1].EndedAt < range.From || !_update.IsTouched(stretch))
            {
                return;
            }

            if (cutOff)
            {
                complete = false;
            }
            else if (stretch[0].EndedAt > doneUntil)
            {
                _update.Apply(stretch);
            }
        }

        for (long? next = from; next is { } position && complete;)
        {
            (var rows, next) = await _sightings.ReadAsync(position, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in rows)
            {
                cutter.Add(row, row.EndedAt >= splitFrom, Take);
            }

            progress(rows.Count);
            if (cutter.OpenSince > range.To)
            {
                return complete;
            }
        }

        cutter.Complete(Take);
        return complete;
    }
}
