namespace SpotifyDashboard.Narrative.Checking.Wording;

/// <summary>What a word or phrase of a story does to the claims around it.</summary>
internal enum MeaningKind
{
    /// <summary>A figure of speech or a phrase that only looks like a claim: "24/7", "second to none".</summary>
    Idiom,

    /// <summary>A number in words.</summary>
    Number,

    /// <summary>What a number is multiplied by: hundred, thousand, million, dozen.</summary>
    Scale,

    /// <summary>A loose large number: dozens, hundreds; value is its least.</summary>
    Vague,

    /// <summary>A part of a whole: half, a third.</summary>
    Fraction,

    /// <summary>How many times as much: twice, double.</summary>
    Multiple,

    /// <summary>How large a part, loosely: most, almost all, hardly any, none.</summary>
    Quantifier,

    /// <summary>Within a little: about.</summary>
    About,

    /// <summary>More than.</summary>
    Over,

    /// <summary>Less than.</summary>
    Under,

    /// <summary>A little less than.</summary>
    Almost,

    /// <summary>Percent.</summary>
    Percent,

    /// <summary>Percentage points.</summary>
    Points,

    /// <summary>What is counted.</summary>
    Unit,

    /// <summary>What a number is about besides its unit: new ones, the longest, at night.</summary>
    Facet,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A day of the week, 0 Monday.</summary>
    Weekday,

    /// <summary>Ten years by name; value is the first.</summary>
    Decade,

    /// <summary>A time of day by name: midnight, noon; value is its hour.</summary>
    Hour,

    /// <summary>Makes the number before it a time of day: o'clock, Uhr, am, pm.</summary>
    ClockMark,

    /// <summary>Makes the number behind it a time of day: at, um, à.</summary>
    ClockCue,

    /// <summary>First of a list: top, favourite, most played.</summary>
    Top,

    /// <summary>A later place of a list: second, runner-up.</summary>
    Place,

    /// <summary>Makes the number behind it a place in a list: number, no., Platz.</summary>
    PlaceCue,

    /// <summary>What stands in a list: artist, track, genre, mood.</summary>
    Role,

    /// <summary>More than before.</summary>
    Up,

    /// <summary>Less than before.</summary>
    Down,

    /// <summary>More, or less, only where the stretch before is spoken of.</summary>
    WeakUp,

    /// <summary>Less, only where the stretch before is spoken of.</summary>
    WeakDown,

    /// <summary>The stretch before.</summary>
    Before,

    /// <summary>Sets two things against each other: than, as, behind.</summary>
    Than,

    /// <summary>Says who made a track: by, von, de.</summary>
    By,

    /// <summary>Hands a number to the name behind it: for, to, of.</summary>
    For,

    /// <summary>Joins names or numbers into a list.</summary>
    And,

    /// <summary>Of: between a part and its whole.</summary>
    Of,

    /// <summary>Is, was, remains.</summary>
    Copula,

    /// <summary>Points back to what was named before: they, it, this artist.</summary>
    Pronoun,

    /// <summary>Makes one number of several: together.</summary>
    Together,

    /// <summary>Spreads a number over days: a day, per week; value is the days.</summary>
    Per,

    /// <summary>Takes the sentence off what came before: in total.</summary>
    InAll,

    /// <summary>A word before a name: the band, der Künstler.</summary>
    NameCue,

    /// <summary>A kind of music.</summary>
    Genre,

    /// <summary>A word that says which language a sentence is in.</summary>
    Common,
}
