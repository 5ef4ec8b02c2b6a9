using SpotifyDashboard.Survey.Songs;

namespace SpotifyDashboard.Survey.Columns;

/// <summary>Makes a respondent of the answers in a row. What is not plain counts as unknown, and why is told.</summary>
/// <param name="mapping">Which column tells what.</param>
/// <param name="timestamps">Reads when rows were answered.</param>
/// <param name="yearOtherwise">The year of the answer where the row tells none.</param>
internal sealed class RespondentReader(ColumnMapping mapping, TimestampReader timestamps, int yearOtherwise)
{
    private readonly int[] _columns = [.. SurveyFields.All.Select(mapping.IndexOf)];

    /// <summary>The respondent, whose song is not looked up.</summary>
    /// <param name="id">Names the respondent.</param>
    /// <param name="nameHash">Keyed hash of the name.</param>
    /// <param name="shownName">What is shown of the name.</param>
    /// <param name="cells">The answers by column; those missing at the end are empty.</param>
    /// <param name="noteProblem">Is told, in a few words, of each answer that makes no sense.</param>
    public Respondent Read(string id, string nameHash, string shownName, string[] cells, Action<string> noteProblem)
    {
        var timestamp = Text(cells, SurveyField.Timestamp) is { } when ? timestamps.Read(when) : null;
        if (timestamp is null && Text(cells, SurveyField.Timestamp) is not null)
        {
            noteProblem("timestamp is no date");
        }

        return new Respondent(
            id,
            nameHash,
            shownName,
            timestamp,
            Age(cells, timestamp?.Year ?? yearOtherwise, noteProblem),
            Text(cells, SurveyField.Major),
            Text(cells, SurveyField.Year),
            Text(cells, SurveyField.Hometown),
            Title(cells),
            Text(cells, SurveyField.Artist),
            Hours(cells, noteProblem),
            Text(cells, SurveyField.ListeningTime),
            Song: null);
    }

    /// <summary>The favourite song to be found; null where none is told.</summary>
    public WantedSong? SongOf(string[] cells) =>
        WantedSong.Of(Text(cells, SurveyField.FavoriteSong), Text(cells, SurveyField.Artist), Text(cells, SurveyField.SongLink));

    private string? Title(string[] cells) => Text(cells, SurveyField.FavoriteSong) is { } title && !WantedSong.IsLink(title) ? title : null;

    private int? Age(string[] cells, int year, Action<string> noteProblem)
    {
        if (Text(cells, SurveyField.Age) is not { } text)
        {
            return null;
        }

        var age = AgeReader.Read(text, year, out var problem);
        Note(problem, noteProblem);
        return age;
    }

    private double? Hours(string[] cells, Action<string> noteProblem)
    {
        if (Text(cells, SurveyField.HoursPerDay) is not { } text)
        {
            return null;
        }

        var hours = HoursReader.Read(text, out var problem);
        Note(problem, noteProblem);
        return hours;
    }

    private string? Text(string[] cells, SurveyField field)
    {
        var column = _columns[(int)field];
        return column >= 0 && column < cells.Length && cells[column] is { Length: > 0 } text ? text : null;
    }

    private static void Note(string? problem, Action<string> noteProblem)
    {
        if (problem is not null)
        {
            noteProblem(problem);
        }
    }
}
