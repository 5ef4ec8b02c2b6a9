using System.Globalization;

namespace SpotifyDashboard.Ingest.History;

/// <summary>The account of a file or of a whole import: <c>read = added + merged + duplicate + notMusic + malformed</c>.</summary>
/// <param name="Read">Rows the reader saw, by its own count.</param>
/// <param name="Added">Rows that made a play not known before; for track files, tracks new to the library or with new features.</param>
/// <param name="Merged">Rows whose play was known from another source.</param>
/// <param name="Duplicate">Rows that said nothing new.</param>
/// <param name="NotMusic">Podcasts, audiobooks, local files, rows without address or names.</param>
/// <param name="Malformed">Rows that can't be read; a file cut short counts one.</param>
public record ImportCounts(long Read, long Added, long Merged, long Duplicate, long NotMusic, long Malformed)
{
    /// <summary>Whether every row read is accounted for.</summary>
    public bool Balance() => Read == Added + Merged + Duplicate + NotMusic + Malformed;

    /// <summary>The account as a sum, for logs.</summary>
    public string AsSum() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Read} read = {Added} added + {Merged} merged + {Duplicate} duplicate + {NotMusic} not music + {Malformed} malformed");
}
