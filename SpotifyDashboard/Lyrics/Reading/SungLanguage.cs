namespace SpotifyDashboard.Lyrics.Reading;

/// <summary>A language in which songs are sung.</summary>
/// <param name="Code">BCP 47: <c>en</c>.</param>
/// <param name="Name">Its English name.</param>
internal sealed record SungLanguage(string Code, string Name)
{
    public static SungLanguage English { get; } = new("en", "English");

    public static SungLanguage German { get; } = new("de", "German");

    public static SungLanguage Spanish { get; } = new("es", "Spanish");

    public static SungLanguage French { get; } = new("fr", "French");

    public static SungLanguage Italian { get; } = new("it", "Italian");

    public static SungLanguage Portuguese { get; } = new("pt", "Portuguese");

    public static SungLanguage Dutch { get; } = new("nl", "Dutch");

    public static SungLanguage Swedish { get; } = new("sv", "Swedish");

    public static SungLanguage Polish { get; } = new("pl", "Polish");

    public static SungLanguage Turkish { get; } = new("tr", "Turkish");

    public static SungLanguage Finnish { get; } = new("fi", "Finnish");

    public static SungLanguage Japanese { get; } = new("ja", "Japanese");

    public static SungLanguage Korean { get; } = new("ko", "Korean");

    public static SungLanguage Chinese { get; } = new("zh", "Chinese");

    public static SungLanguage Greek { get; } = new("el", "Greek");

    public static SungLanguage Russian { get; } = new("ru", "Russian");

    public static SungLanguage Ukrainian { get; } = new("uk", "Ukrainian");

    public static SungLanguage Hebrew { get; } = new("he", "Hebrew");

    public static SungLanguage Thai { get; } = new("th", "Thai");

    /// <summary>All that can be told.</summary>
    public static IReadOnlyList<SungLanguage> All { get; } =
    [
        English, German, Spanish, French, Italian, Portuguese, Dutch, Swedish, Polish, Turkish, Finnish,
        Japanese, Korean, Chinese, Greek, Russian, Ukrainian, Hebrew, Thai,
    ];
}
