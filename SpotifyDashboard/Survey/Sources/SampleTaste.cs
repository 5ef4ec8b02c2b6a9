namespace SpotifyDashboard.Survey.Sources;

/// <summary>One taste of the invented respondents: how their songs sound, what they are called and who plays them. All names are made up.</summary>
/// <param name="Genres">What others call it.</param>
/// <param name="Artists">Invented artists.</param>
/// <param name="Titles">Invented titles.</param>
/// <param name="Means">Means of the thirteen features, in their order; key, mode and time signature are drawn apart.</param>
/// <param name="MajorShare">How many of the songs are in a major key.</param>
internal sealed record SampleTaste(string[] Genres, string[] Artists, string[] Titles, double[] Means, double MajorShare)
{
    public static IReadOnlyList<SampleTaste> All { get; } =
    [
        new(
            ["indie pop"],
            ["Paper Lanterns", "The Tin Harbour", "Velvet Commute", "Ada & the Maps"],
            ["Rooftop Weather", "Postcards to Nobody", "Borrowed Bicycle", "Half a Summer", "Yellow Umbrella", "Last Tram Home"],
            [.62, .64, 0, -6.8, 0, .05, .24, .03, .15, .58, 118, 214_000, 0],
            .68),
        new(
            ["hip hop"],
            ["Kid Meridian", "Lo Cassette", "Mina Vault", "Block Nineteen"],
            ["Corner Store Gospel", "Two Phones", "Concrete Lullaby", "Overtime", "No Refunds", "Window Seat"],
            [.79, .63, 0, -6.9, 0, .27, .16, .01, .18, .52, 96, 196_000, 0],
            .52),
        new(
            ["metal", "hard rock"],
            ["Iron Estuary", "Gravelight", "Vessel of Ash", "Northern Furnace"],
            ["Salt and Cinder", "The Long Descent", "Hollow Crown", "Storm Engine", "Black Meridian", "Wolves at Noon"],
            [.43, .92, 0, -4.4, 0, .09, .02, .18, .24, .31, 142, 262_000, 0],
            .45),
        new(
            ["folk", "singer-songwriter"],
            ["Elsa Fairweather", "Low Country Choir", "Hazel & Oak", "Tomas Lindqvale"],
            ["Kitchen Light", "River, Slowly", "Letter in October", "The Orchard Song", "Old Floorboards", "What the Snow Said"],
            [.48, .29, 0, -12.6, 0, .04, .84, .06, .12, .38, 101, 231_000, 0],
            .74),
        new(
            ["electronic", "techno"],
            ["Modul Nord", "Haruka Lines", "Signal Bloom", "Kvadrat"],
            ["Night Bus 41", "Phase Garden", "Glass Engine", "Sleepless Grid", "Undertow", "Aurora Test"],
            [.72, .78, 0, -7.4, 0, .06, .07, .68, .13, .36, 126, 318_000, 0],
            .49),
    ];

    /// <summary>How far the features of a taste's songs lie from its means, in the order of the features.</summary>
    public static IReadOnlyList<double> Spreads { get; } = [.08, .08, 0, 1.6, 0, .03, .09, .05, .06, .12, 13, 34_000, 0];
}
