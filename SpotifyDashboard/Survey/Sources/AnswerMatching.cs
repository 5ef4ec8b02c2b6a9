namespace SpotifyDashboard.Survey.Sources;

/// <summary>Finds out which rows of a reading are which of those stored, since a sheet gives its rows no ids. Pure.</summary>
/// <remarks>
/// Equal rows are the same, in their order. Of the others one at the same place was edited there, as a form's own edits are
/// (contracts, 7.3), and keeps its id; what is left is new.
/// </remarks>
internal static class AnswerMatching
{
    private const int IdLength = 16;

    /// <summary>The rows with their ids.</summary>
    /// <param name="known">What is stored: id, place and hash.</param>
    /// <param name="read">What was read, in order.</param>
    /// <param name="isSameSurvey">Whether both stem from the same columns: only then the place means anything.</param>
    public static List<StoredAnswer> Match(IReadOnlyCollection<StoredAnswer> known, IReadOnlyList<StoredAnswer> read, bool isSameSurvey)
    {
        var byHash = known.OrderBy(static answer => answer.Ordinal)
            .GroupBy(static answer => answer.RowHash, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => new Queue<StoredAnswer>(group), StringComparer.Ordinal);
        var result = read.Select(answer => byHash.TryGetValue(answer.RowHash, out var equal) && equal.TryDequeue(out var same) ? answer with { Id = same.Id } : answer).ToList();

        var free = byHash.Values.SelectMany(static left => left).ToDictionary(static answer => answer.Ordinal);
        var taken = known.Select(static answer => answer.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < result.Count; i++)
        {
            if (result[i].Id.Length == 0)
            {
                result[i] = result[i] with { Id = isSameSurvey && free.Remove(result[i].Ordinal, out var edited) ? edited.Id : NewId(result[i].RowHash, taken) };
            }
        }

        return result;
    }

    private static string NewId(string hash, HashSet<string> taken)
    {
        var id = hash[..IdLength];
        for (var number = 2; !taken.Add(id); number++)
        {
            id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{hash[..IdLength]}-{number}");
        }

        return id;
    }
}
