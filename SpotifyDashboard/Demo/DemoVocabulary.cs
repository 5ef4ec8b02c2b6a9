namespace SpotifyDashboard.Demo;

/// <summary>The words of which names and titles are made up, by mood, so that a title suits its sound.</summary>
internal sealed record DemoVocabulary(string[] Qualities, string[] Things, string[] Bands, string[] Genres)
{
    private static readonly DemoVocabulary[] s_all =
    [
        new(
            ["Iron", "Broken", "Burning", "Black", "Savage", "Electric", "Hollow", "Red", "Violent", "Rusted", "Endless", "Static"],
            ["Engine", "Horizon", "Circuit", "Wolves", "Thunder", "Asphalt", "Machine", "Furnace", "Storm", "Siren", "Voltage", "Blackout", "Warning", "Collapse", "Needle", "Tunnel"],
            ["Concrete Saints", "Voltage Choir", "The Rust Brigade", "Night Foundry", "Hexagon Riot", "Grey Sirens", "Ashes of Tomorrow", "Kilowatt", "The Long Collapse", "Razor Garden", "Overdrive Union", "Steel Orchard", "Red Alert Society", "Monolith Drive"],
            ["alternative metal", "post-hardcore", "industrial rock", "stoner rock"]),
        new(
            ["Golden", "Sugar", "Neon", "Summer", "Lucky", "Disco", "Sunny", "Wild", "Sweet", "Crystal", "Tropical", "Happy"],
            ["Weekend", "Rooftop", "Dancefloor", "Lemonade", "Confetti", "Feeling", "Mirrorball", "Parade", "Fever", "Sunrise", "Holiday", "Heartbeat", "Fireworks", "Postcard", "Cherry", "Radio"],
            ["Coco Paloma", "The Lemonade Club", "Disco Atlas", "Juno & the Satellites", "Velvet Holiday", "Mira Solis", "Hotel Confetti", "Bright Young Foxes", "Palm Court", "Lola Marchetti", "Super Saturday", "The Glitter Post", "Rio Amador", "Candy Meridian"],
            ["dance pop", "nu disco", "house", "synthpop"]),
        new(
            ["Quiet", "Paper", "Winter", "Slow", "Little", "Faded", "Gentle", "Blue", "Silent", "Distant", "Wooden", "Tender"],
            ["Letters", "Harbour", "Window", "Lullaby", "Orchard", "Candle", "Riverside", "Garden", "Snow", "Porch", "Sparrow", "Moonlight", "Kitchen", "Meadow", "Lantern", "Home"],
            ["Elin Havgaard", "The Paper Lanterns", "Marlow Finch", "Rosa Linde", "Harbour Street", "Theo Ashby", "Winter Wren", "Clara Noor", "Barefoot Cathedral", "Jonah Pell", "Little Northern", "Ida Sandström", "The Quiet Orchard", "Wilder Brooks"],
            ["indie folk", "singer-songwriter", "chamber pop", "americana"]),
        new(
            ["Parallel", "Slow", "Deep", "Soft", "Infinite", "Glass", "Lunar", "Inner", "Northern", "Weightless", "Pale", "Floating"],
            ["Drift", "Orbit", "Tides", "Fields", "Satellite", "Geometry", "Cloudscape", "Archive", "Signal", "Meridian", "Vapour", "Plateau", "Mosaic", "Current", "Prism", "Observatory"],
            ["Aurel Kade", "Lumen Archive", "Soft Machinery", "North of Noon", "Tidal Grid", "Hana Mori Ensemble", "Polar Index", "Still Cartography", "Oren Vask", "Field Notes", "Glasshouse Theory", "Delta Hours", "Nils Tarrow", "Slow Geometry"],
            ["ambient", "downtempo", "modern classical", "idm"]),
        new(
            ["Corner", "Concrete", "Heavy", "Plain", "Midnight", "Borrowed", "Loud", "Honest", "Second", "Cold", "Real", "Hungry"],
            ["Talk", "Receipts", "Bodega", "Crown", "Stories", "Paper Chase", "Block", "Echo", "Verses", "Alibi", "Ledger", "Traffic", "Rent", "Headlines", "Chain", "Subway"],
            ["Kwame Dray", "MC Parallax", "Dela Rook", "Tenement Poets", "Young Almanac", "Sable Jones", "Nia Quartz", "Lowkey Bishop", "The Ledger Boys", "Omari Flint", "Ciphers Inc.", "Big Margin", "Zadie Vane", "Eastbound Kareem"],
            ["hip hop", "boom bap", "conscious hip hop", "trip hop"]),
    ];

    private static readonly string[] s_places = ["Lisbon", "Blue", "October", "Reverse", "Room 9", "Slow Motion", "Tokyo", "the Rain"];

    /// <summary>The words of <paramref name="mood"/>.</summary>
    public static DemoVocabulary Of(DemoMood mood) => s_all[(int)mood];

    /// <summary>The genres of the band at <paramref name="place"/>: two different ones of the list; none for every eighth.</summary>
    public IReadOnlyList<string> GenresOf(int place) => place % 8 == 7
        ? []
        : [Genres[place % Genres.Length], Genres[(place + 1 + (place / Genres.Length % (Genres.Length - 1))) % Genres.Length]];

    /// <summary>A title that may repeat; the caller asks again until it is new to the artist.</summary>
    public string NextTitle(Random random)
    {
        var quality = random.NextOf(Qualities);
        var thing = random.NextOf(Things);
        var other = random.NextOf(Things);
        return random.Next(16) switch
        {
            0 or 1 => thing,
            2 => $"{thing} & {other}",
            3 => $"After the {thing}",
            4 => $"{quality} {thing}, Pt. {random.Next(1, 4)}",
            5 => $"No More {thing}",
            6 => $"Where the {thing} Ends",
            7 or 8 => $"{thing} in {random.NextOf(s_places)}",
            _ => $"{quality} {thing}",
        };
    }
}
