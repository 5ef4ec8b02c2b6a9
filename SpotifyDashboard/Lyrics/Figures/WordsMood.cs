namespace SpotifyDashboard.Lyrics.Figures;

/// <summary>The mood of the words against the mood of the sound, over the songs of which both are known.</summary>
/// <param name="Songs">How many they are.</param>
/// <param name="Plays">Their counted plays.</param>
/// <param name="Words">How their words feel on average over the plays, 0 sad to 1 happy; null without such songs.</param>
/// <param name="Sound">How they sound on average over the plays; null without such songs.</param>
/// <param name="Correlation">How far the two go together, each song once; null where nothing can be said.</param>
/// <param name="Grid">Counted plays by words (sad, between, happy) and, within, by sound (sad, between, happy).</param>
/// <param name="HappySoundSadWords">Songs with the widest gap in this sense, the widest first.</param>
/// <param name="SadSoundHappyWords">The same in the other sense.</param>
public sealed record WordsMood(
    int Songs,
    int Plays,
    double? Words,
    double? Sound,
    Correlation? Correlation,
    IReadOnlyList<IReadOnlyList<int>> Grid,
    IReadOnlyList<ContrastSong> HappySoundSadWords,
    IReadOnlyList<ContrastSong> SadSoundHappyWords);
