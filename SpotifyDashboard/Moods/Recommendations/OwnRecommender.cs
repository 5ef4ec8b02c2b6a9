using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>Finds in a listener's own library what they have not played for long: what they loved once, and what sounds like what they play now.</summary>
/// <remarks>
/// Pure: a function of the plays of a view, up to the end of its period, and of how the library sounds. A recording may be chosen when its sound
/// is known, it was played (counted) or saved or imported, and no counted play lies in the ninety days before the last counted play of all.
/// Score = ½ · nearness to the wanted sound + ½ · n / (n + 20), where n is the counted plays in its best season, 0 below eight.
/// </remarks>
internal static class OwnRecommender
{
    public const int SilentDays = 90;

    private const double LoveHalf = 20;
    private const double SoundShare = 0.5;
    private const long DayMs = 86_400_000;

    /// <summary>All that may be chosen, each with its score; keys are recordings.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="library">How the library sounds.</param>
    /// <param name="now">What is played now.</param>
    /// <param name="wanted">The sound that is looked for.</param>
    /// <param name="isRefused">Recordings that are not to be chosen.</param>
    public static IEnumerable<Candidate> Candidates(ListeningView view, HeardLibrary library, PlayedNow now, WantedSound wanted, bool[] isRefused)
    {
        var past = PastPlays.Of(view);
        var catalogue = view.Log.Catalogue;
        var isKept = KeptRecordings(catalogue);
        var silentFrom = view.Log.CountBefore(now.LastMs - (SilentDays * DayMs));
        for (var recording = 0; recording < isKept.Length; recording++)
        {
            if (library.RowOfRecording(recording) is >= 0 and var row
                && !isRefused[recording]
                && (past.Plays(recording) > 0 || isKept[recording])
                && past.Last(recording) < silentFrom)
            {
                var sound = library.Sound.Row(row).ToArray();
                var track = catalogue.Tracks[recording];
                var score = (SoundShare * wanted.Nearness(sound)) + ((1 - SoundShare) * Love(past.PlaysOfBestSeason(recording)));
                yield return new Candidate(recording, track.PublicId, catalogue.Artists[track.ArtistIndex].Name, score, sound);
            }
        }
    }

    private static double Love(int playsOfBestSeason) => playsOfBestSeason < PlayReason.LovedFrom ? 0 : playsOfBestSeason / (playsOfBestSeason + LoveHalf);

    /// <summary>Which recordings were saved or imported under any of their ids.</summary>
    private static bool[] KeptRecordings(LogCatalogue catalogue)
    {
        var isKept = new bool[catalogue.Tracks.Count];
        for (var track = 0; track < isKept.Length; track++)
        {
            isKept[catalogue.CountsAs[track]] |= catalogue.Tracks[track].IsInLibrary;
        }

        return isKept;
    }
}
