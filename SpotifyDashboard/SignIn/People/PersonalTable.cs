namespace SpotifyDashboard.SignIn.People;

/// <summary>A table that holds rows of listeners, or of accounts.</summary>
/// <param name="Entity">The model's entity.</param>
/// <param name="Name">The table.</param>
/// <param name="Condition">What is true of the rows of one of them: SQL over the parameter <c>subject</c>.</param>
internal sealed record PersonalTable(Microsoft.EntityFrameworkCore.Metadata.IEntityType Entity, string Name, string Condition)
{
    /// <summary>What its rows are, in words.</summary>
    public string Words => Name switch
    {
        "listeners" => "name, picture and choices",
        "sightings" => "rows of your history, as files and Spotify told them",
        "spoken_sightings" => "rows about podcasts and audiobooks",
        "removed_sightings" => "removed plays",
        "library_tracks" => "songs of your library",
        "import_files" => "imported files",
        "spotify_accounts" => "Spotify logins with their tokens",
        "spotify_apps" => "Spotify apps of your own",
        "top_items" => "entries of Spotify's top lists",
        "narratives" => "stories",
        "narrative_turns" => "turns of scheduled stories",
        "narrative_choices" => "choices for stories",
        "narrative_calls" => "counts of calls to a language model",
        "recommendation_verdicts" => "thumbs up and down",
        "recording_splits" => "recordings told apart",
        "lyrics" => "words of songs",
        "lyrics_choices" => "choices for words of songs",
        "mail_settings" => "mail addresses",
        "mail_letters" => "mails",
        "survey_songs" => "songs of surveys",
        "sessions" => "sessions",
        "access_tokens" => "personal access tokens",
        _ => Name.Replace('_', ' '),
    };
}
