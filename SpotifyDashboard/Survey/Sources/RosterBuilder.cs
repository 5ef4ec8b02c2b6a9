using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Survey.Columns;
using SpotifyDashboard.Survey.Songs;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Makes respondents of stored rows by the mapping of their columns. Pure.</summary>
internal static class RosterBuilder
{
    /// <summary>The respondents in the order of their rows.</summary>
    /// <param name="rows">The stored rows.</param>
    /// <param name="reader">Makes sense of them.</param>
    /// <param name="songs">What the favourite songs were found to be, by key.</param>
    public static ImmutableArray<Respondent> Build(IReadOnlyList<StoredAnswer> rows, RespondentReader reader, IReadOnlyDictionary<string, SongMatch> songs)
    {
        var respondents = rows.Select(row => reader.Read(row.Id, row.NameHash, row.ShownName, row.Cells, static _ => { }) with
        {
            Song = reader.SongOf(row.Cells) is { } wanted ? songs.GetValueOrDefault(wanted.Key) : null,
        }).ToList();
        var (majors, years, towns) = (Spellings(respondents, static r => r.Major), Spellings(respondents, static r => r.Year), Spellings(respondents, static r => r.Hometown));
        var shown = new ShownNames(respondents);
        return
        [
            .. respondents.Select((respondent, place) => respondent with
            {
                ShownName = shown.Of(respondent, place),
                Major = Same(majors, respondent.Major),
                Year = Same(years, respondent.Year),
                Hometown = Same(towns, respondent.Hometown),
            }),
        ];
    }

    /// <summary>A reader for rows of this mapping; the order of day and month is that of the whole column.</summary>
    public static RespondentReader ReaderOf(ColumnMapping mapping, TimeZoneInfo zone, IReadOnlyList<StoredAnswer> rows, int yearOtherwise)
    {
        var column = mapping.IndexOf(SurveyField.Timestamp);
        var order = column < 0 ? DateOrder.MonthFirst : TimestampReader.OrderOf(rows.Where(row => column < row.Cells.Length).Select(row => row.Cells[column]));
        return new RespondentReader(mapping, new TimestampReader(order, zone), yearOtherwise);
    }

    /// <summary>The zone that a survey tells; the listener's where it tells none that this machine knows.</summary>
    public static TimeZoneInfo ZoneOf(string? told, TimeZoneInfo otherwise) =>
        told is not null && TimeZoneInfo.TryFindSystemTimeZoneById(told, out var zone) ? zone : otherwise;

    /// <summary>For each answer the spelling that most people use, so that "Computer science" and "computer Science" are one group.</summary>
    private static Dictionary<string, string> Spellings(List<Respondent> respondents, Func<Respondent, string?> answer) =>
        respondents.Select(answer).OfType<string>()
            .GroupBy(NameFold.Of, StringComparer.Ordinal)
            .ToDictionary(
                static same => same.Key,
                static same => same.GroupBy(static text => text, StringComparer.Ordinal).OrderByDescending(static spelling => spelling.Count()).ThenBy(static spelling => spelling.Key, StringComparer.Ordinal).First().Key,
                StringComparer.Ordinal);

    private static string? Same(Dictionary<string, string> spellings, string? answer) => answer is null ? null : spellings.GetValueOrDefault(NameFold.Of(answer), answer);

    /// <summary>Tells people with equal initials apart by a number, in the order of their first rows.</summary>
    private sealed class ShownNames
    {
        private readonly Dictionary<(string Shown, string Hash), int> _numbers = [];
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

        public ShownNames(List<Respondent> respondents)
        {
            foreach (var respondent in respondents.Where(static r => r.ShownName.Length > 0))
            {
                if (!_numbers.ContainsKey((respondent.ShownName, respondent.NameHash)))
                {
                    _numbers.Add((respondent.ShownName, respondent.NameHash), _counts[respondent.ShownName] = _counts.GetValueOrDefault(respondent.ShownName) + 1);
                }
            }
        }

        public string Of(Respondent respondent, int place) => respondent.ShownName switch
        {
            "" => string.Create(CultureInfo.InvariantCulture, $"Respondent {place + 1}"),
            var name when _counts[name] > 1 => string.Create(CultureInfo.InvariantCulture, $"{name} {_numbers[(name, respondent.NameHash)]}"),
            var name => name,
        };
    }
}
