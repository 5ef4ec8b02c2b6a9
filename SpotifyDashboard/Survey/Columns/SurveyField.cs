namespace SpotifyDashboard.Survey.Columns;

/// <summary>What a column of a survey can tell about a respondent.</summary>
public enum SurveyField
{
    /// <summary>When it was answered.</summary>
    Timestamp,

    /// <summary>Name or pseudonym; hashed before it is stored.</summary>
    Name,

    /// <summary>Age in years, or the year of birth.</summary>
    Age,

    /// <summary>Subject of study.</summary>
    Major,

    /// <summary>Academic year.</summary>
    Year,

    /// <summary>Where the respondent comes from.</summary>
    Hometown,

    /// <summary>Title of the favourite song, also with its artist in one cell.</summary>
    FavoriteSong,

    /// <summary>Who plays the favourite song.</summary>
    Artist,

    /// <summary>Hours of music a day.</summary>
    HoursPerDay,

    /// <summary>When they listen.</summary>
    ListeningTime,

    /// <summary>A link to the song; only Spotify's own tell the track.</summary>
    SongLink,
}
