namespace SpotifyDashboard.Tests.Statistics.Reference.Histories;

/// <summary>A catalogue and what was played of it.</summary>
internal sealed record GeneratedHistory(HistoryCatalogue Catalogue, IReadOnlyList<HistoryPlay> Plays)
{
    /// <summary>The same history without some of its plays: halves first, then eighths, then one.</summary>
    public IEnumerable<GeneratedHistory> Shrunk()
    {
        foreach (var parts in new[] { 2, 8, Plays.Count }.Where(parts => parts <= Plays.Count && Plays.Count > 1))
        {
            for (var part = 0; part < parts; part++)
            {
                var (from, to) = (Plays.Count * part / parts, Plays.Count * (part + 1) / parts);
                yield return this with { Plays = [.. Plays.Take(from), .. Plays.Skip(to)] };
            }
        }
    }

    /// <summary>How to make it again, and what stands beside its tracks.</summary>
    public string Heading => $"seed {Catalogue.Seed}, {Plays.Count} plays, told apart {string.Join(' ', Catalogue.Splits)}, saved {string.Join(' ', Catalogue.Saved)}";

    /// <summary>The rows, for a report of a failure.</summary>
    public override string ToString() => string.Join('\n', Catalogue.Tracks.Cast<object>().Concat(Plays).Prepend(Heading));
}
