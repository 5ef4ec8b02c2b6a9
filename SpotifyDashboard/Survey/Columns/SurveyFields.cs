namespace SpotifyDashboard.Survey.Columns;

/// <summary>The names of <see cref="SurveyField"/> in files and addresses.</summary>
public static class SurveyFields
{
    private static readonly string[] s_keys =
        ["timestamp", "name", "age", "major", "year", "hometown", "favorite_song", "artist", "hours_per_day", "listening_time", "song_link"];

    /// <summary>All fields, in the order in which they are offered.</summary>
    public static IReadOnlyList<SurveyField> All { get; } = Enum.GetValues<SurveyField>();

    /// <summary>The field's key, for example <c>hours_per_day</c>.</summary>
    public static string KeyOf(SurveyField field) => s_keys[(int)field];

    /// <summary>The field with this key, or null.</summary>
    public static SurveyField? Parse(string? key)
    {
        var index = Array.IndexOf(s_keys, key);
        return index < 0 ? null : (SurveyField)index;
    }
}
