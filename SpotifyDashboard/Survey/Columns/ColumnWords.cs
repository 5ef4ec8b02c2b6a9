namespace SpotifyDashboard.Survey.Columns;

/// <summary>What people call the columns of their forms, folded as <see cref="ColumnHeader"/> folds a header: English, German, Swedish, Spanish, French.</summary>
internal static class ColumnWords
{
    /// <summary>Phrases that say what a column is wherever they stand in its header.</summary>
    public static readonly IReadOnlyDictionary<SurveyField, string[]> Phrases = new Dictionary<SurveyField, string[]>
    {
        [SurveyField.Timestamp] =
            ["timestamp", "zeitstempel", "tidsstampel", "marca temporal", "marca de tiempo", "horodateur", "horodatage", "submitted at", "submission date", "submission time", "start date", "completion time", "date submitted", "answered at"],
        [SurveyField.Name] =
            ["full name", "first name", "last name", "surname", "nickname", "pseudonym", "alias", "screen name", "student name", "vorname", "nachname", "fornamn", "efternamn", "pseudonyme", "seudonimo", "apellido", "prenom", "preferred name", "who you"],
        [SurveyField.Age] =
            ["how old", "year born", "born", "birth year", "year birth", "date birth", "birthday", "birthyear", "wie alt", "geburtsjahr", "jahrgang", "fodelsear", "hur gammal", "cuantos anos", "ano nacimiento", "quel age", "annee naissance"],
        [SurveyField.Major] =
            ["major", "field study", "field studies", "subject study", "course study", "program study", "programme study", "degree program", "degree programme", "study program", "area study", "what study", "studying", "studiengang", "studienfach", "hauptfach", "huvudamne", "studieinriktning", "utbildning", "carrera", "especialidad", "filiere", "specialite", "domaine etudes", "concentration"],
        [SurveyField.Year] =
            ["academic year", "year study", "year school", "year college", "year university", "class standing", "class year", "study year", "school year", "grade level", "studienjahr", "semester", "studiear", "arskurs", "ano academico", "ano estudio", "curso academico", "annee etudes", "annee etude", "annee universitaire"],
        [SurveyField.Hometown] =
            ["hometown", "home town", "home city", "town from", "city from", "where from", "where come from", "where grow up", "grew up", "heimatort", "heimatstadt", "wohnort", "hemort", "hemstad", "ciudad natal", "lugar origen", "ville natale", "ville origine"],
        [SurveyField.FavoriteSong] =
            ["favorite song", "favourite song", "favorite track", "favourite track", "song title", "track title", "song name", "track name", "title song", "name song", "fav song", "lieblingslied", "lieblingssong", "favoritlat", "cancion favorita", "chanson preferee", "morceau prefere", "titre prefere", "song artist", "song band"],
        [SurveyField.Artist] =
            ["artist", "artists", "band", "singer", "musician", "performer", "interpret", "kunstler", "sanger", "artista", "artiste", "cantante", "chanteur", "groupe", "who plays", "who sings"],
        [SurveyField.HoursPerDay] =
            ["hours per day", "hours day", "hours daily", "daily hours", "hours each day", "hours every day", "hours music", "hours listen", "hours listening", "stunden pro tag", "stunden am tag", "stunden taglich", "timmar per dag", "timmar om dagen", "horas dia", "horas por dia", "horas al dia", "heures par jour", "heures jour", "how much music"],
        [SurveyField.ListeningTime] =
            ["listening time", "time listening", "time listen", "time day", "when listen", "when usually listen", "when mostly listen", "when listening", "wann hoerst", "wann horst", "tageszeit", "nar lyssnar", "tid pa dagen", "cuando escuchas", "momento dia", "quand ecoutez", "quand ecoutes", "moment journee"],
        [SurveyField.SongLink] =
            ["link", "url", "youtube", "spotify link", "link song", "lank", "enlace", "lien"],
    };

    /// <summary>Words that say what a column is only where little else stands in its header.</summary>
    public static readonly IReadOnlyDictionary<SurveyField, string[]> ShortWords = new Dictionary<SurveyField, string[]>
    {
        [SurveyField.Timestamp] = ["date", "datum", "fecha", "time", "created", "submitted"],
        [SurveyField.Name] = ["name", "namn", "nombre", "nom"],
        [SurveyField.Age] = ["age", "alter", "alder", "edad"],
        [SurveyField.Major] = ["subject", "program", "programme", "degree", "department", "faculty", "fach", "amne", "course"],
        [SurveyField.Year] = ["year", "grade", "standing", "jahr", "ar", "ano", "annee"],
        [SurveyField.Hometown] = ["city", "town", "home", "stadt", "ort", "stad", "ciudad", "ville"],
        [SurveyField.FavoriteSong] = ["song", "track", "title", "titel", "lied", "lat", "cancion", "chanson", "morceau", "titre"],
        [SurveyField.Artist] = [],
        [SurveyField.HoursPerDay] = ["hours", "stunden", "timmar", "horas", "heures"],
        [SurveyField.ListeningTime] = ["when", "wann", "nar", "cuando", "quand"],
        [SurveyField.SongLink] = [],
    };

    /// <summary>What a song is called in a header that may also ask for its artist.</summary>
    public static readonly string[] Songs = ["song", "track", "lied", "lat", "cancion", "chanson", "morceau"];

    /// <summary>What gives a person away and is never stored.</summary>
    public static readonly string[] Private =
        ["email", "e mail", "mail address", "mailadresse", "e post", "epost", "correo", "courriel", "username", "user name", "phone", "telephone", "telefon", "telefono", "student id", "student number", "matrikelnummer", "personnummer", "ip address", "street address", "home address", "instagram", "snapchat"];

    /// <summary>Words of a question that say nothing of what is asked.</summary>
    public static readonly IReadOnlySet<string> Fillers = new HashSet<string>(StringComparer.Ordinal)
    {
        "what", "whats", "s", "is", "are", "was", "were", "do", "did", "does", "your", "you", "you're", "my", "the", "a", "an", "of", "to", "in", "at", "on", "for", "by", "and", "or", "please", "enter", "tell", "us", "me", "this", "that", "which", "current", "currently",
        "was", "ist", "dein", "deine", "ihr", "ihre", "der", "die", "das", "bitte", "vad", "heter", "ar", "din", "ditt", "cual", "es", "tu", "su", "el", "la", "de", "quel", "quelle", "est", "votre", "ton", "ta", "le", "d", "l", "und", "och", "y", "et",
    };
}
