using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Accounts for every row of one file: <c>read = added + merged + duplicate + notMusic + malformed</c>.</summary>
/// <remarks>
/// <see cref="Read"/> is the reader's own count; each other counter is raised where a row's fate is decided, never by subtraction. So a row
/// that gets lost on the way shows as an account that does not balance.
/// </remarks>
internal sealed class Ledger : IPlayFates
{
    private readonly Dictionary<string, long> _reasons = new(StringComparer.Ordinal);

    /// <summary>Rows the reader saw; set from the reader's own count.</summary>
    public long Read { get; set; }

    public long AddedRows { get; private set; }

    public long MergedRows { get; private set; }

    public long DuplicateRows { get; private set; }

    public long NotMusicRows { get; private set; }

    public long MalformedRows { get; private set; }

    /// <summary>Reason → number of rows.</summary>
    public IReadOnlyDictionary<string, long> Reasons => _reasons;

    public bool Balances => Read == AddedRows + MergedRows + DuplicateRows + NotMusicRows + MalformedRows;

    /// <inheritdoc/>
    public void Added() => AddedRows++;

    /// <inheritdoc/>
    public void Merged(Source knownFrom)
    {
        MergedRows++;
        Note(knownFrom switch
        {
            Source.ExtendedExport => "the same play is known from the extended history",
            Source.Poll => "the same play is known from watching Spotify",
            _ => "the same play is known from the account data",
        });
    }

    /// <inheritdoc/>
    public void ReportedTwice() => Duplicate("the same play reported twice, seconds apart");

    /// <inheritdoc/>
    public void Removed() => Duplicate("a play that you removed; it stays removed");

    /// <summary>The row says nothing that is not known already.</summary>
    public void Duplicate(string reason)
    {
        DuplicateRows++;
        Note(reason);
    }

    /// <summary>The row is no play of a music track.</summary>
    public void NotMusic(string reason)
    {
        NotMusicRows++;
        Note(reason);
    }

    /// <summary>The row can't be read or holds impossible values.</summary>
    public void Malformed(string reason)
    {
        MalformedRows++;
        Note(reason);
    }

    private void Note(string reason) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_reasons, reason, out _)++;
}
