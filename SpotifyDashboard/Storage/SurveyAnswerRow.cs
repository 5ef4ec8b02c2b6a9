namespace SpotifyDashboard.Storage;

/// <summary>The answers of one respondent, without what gives a person away.</summary>
public sealed class SurveyAnswerRow
{
    /// <summary>Whose survey.</summary>
    public int ListenerId { get; set; }

    /// <summary>As in <see cref="SurveyRow.Source"/>.</summary>
    public required string Source { get; set; }

    /// <summary>Names the respondent in addresses; stays when the row is edited in its place.</summary>
    public required string Id { get; set; }

    /// <summary>Place of the row in the survey, from 0.</summary>
    public int Ordinal { get; set; }

    /// <summary>Keyed hash of all that stood in the row, to find out what changed.</summary>
    public required string RowHash { get; set; }

    /// <summary>Keyed hash of the name; empty where none was given.</summary>
    public required string NameHash { get; set; }

    /// <summary>Initials; the name itself where the owner switched hashing off.</summary>
    public required string ShownName { get; set; }

    /// <summary>The other answers by column, a JSON list of texts; names, e-mail addresses and the like are empty in it.</summary>
    public required string Cells { get; set; }
}
