namespace SpotifyDashboard.Lyrics.Reading.Lists;

/// <summary>English words that tell a mood.</summary>
internal static class EnglishMoodWords
{
    public static MoodWordList List { get; } = MoodWordList.Read(
        "en",
        (
            VeryGood:
            """
            adore alive amazing beautiful beloved bless blessed bliss celebrate celebration cheer cherish darling delight ecstasy enjoy euphoria fantastic freedom fun glad glorious glory
            gorgeous grateful great happiness happy heaven heavenly hooray hope hopeful incredible joy joyful jubilee kiss kissed kisses laugh laughed laughter love lovely loved lover
            loving lucky magic magical marvelous miracle paradise party peace peaceful perfect pleasure precious proud rejoice smile sunshine sweet sweetheart thankful thrill treasure
            triumph victory win winner won wonderful
            """,
            Good:
            """
            angel baby best better blossom bloom bold brave bright calm care caring charm clean comfort confident cool cozy cuddle cute dance dancing dear desire diamond dream dreamer easy embrace
            excited fearless feast fine flower fly forgive fortune free fresh friend friendly gentle gift glow gold golden good grace grin groove harmony heal healing hero holiday holy honest honey hug
            innocent jolly jump kind light lively loyal melody merry music nice play pretty promise pure rainbow rich rise safe saved shine shining shiny sing singing smooth soft song sparkle spring star strong
            summer sun sunlight sunny sunrise tender thank thanks together true trust truth unite warm warmth welcome well wild wings wise wish wonder yes young
            """,
            Bad:
            """
            afraid ache aching anxious ashamed awful bad beg bitter blame bleed bored boring bother break breaking broke burden cage chain cheat cold crack crash crazy cruel cut cries dark darkness
            demon deny desert difficult dirty disappear distant doubt down dizzy empty end enemy escape evil fade fail fake fall fallen falling fault fear fell fight fool forget forgotten ghost goodbye gone
            guilt guilty hard haunt hide hungry ill jealous lack late leave leaving left less liar lie lied lies lose losing lost mad miss missed missing mistake monster numb pale poor pressure prison problem rage
            regret ruin rust sad scar scared scary shadow shame shiver sick silence sinking sorry stolen storm strange stress struggle stuck surrender thief tired trap trouble ugly upset wait war
            warn waste weak weary wicked worn worry wound wreck wrong
            """,
            VeryBad:
            """
            abandon abandoned agony alone anger angry anguish betray betrayed blood broken brokenhearted bury coffin crushed cry crying curse damn damned dead death depressed depression despair desperate
            destroy devil die died dying disgust doom drown drowning dread funeral grave grief grieve hate hated hatred heartache heartbreak heartbroken hell helpless hopeless horror hurt hurting kill killed
            killer lonely loneliness lonesome lonelier miserable misery mourn murder nightmare pain painful panic poison sadness scream shatter shattered sorrow suffer suffering suicide tear tears terrible
            terror tomb torment torture tragedy tragic unhappy victim violence weep weeping worthless wretched
            """),
        "not no never don't doesn't didn't won't can't cannot couldn't wouldn't shouldn't isn't ain't aren't wasn't weren't without nor nothing hardly neither",
        ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""), ("ly", ""), ("ily", "y"), ("ies", "y"), ("ied", "y"), ("ness", ""), ("'s", ""));
}
