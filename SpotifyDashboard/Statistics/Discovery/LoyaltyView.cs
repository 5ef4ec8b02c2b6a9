using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>Repeats and loyalty as they are shown.</summary>
/// <param name="Figures">What the numbers count, and the numbers as they are read; empty where nothing was played.</param>
/// <param name="Run">The longest run of one recording; null where there is none.</param>
/// <param name="RunDay">Where the plays of its day are listed, and the day.</param>
/// <param name="Artists">The most faithful artists.</param>
public sealed record LoyaltyView(IReadOnlyList<(string Counts, string Figure)> Figures, LongestRun? Run, (string Href, string Day) RunDay, IReadOnlyList<ListedTrack> Artists)
{
    private const int MostShown = 5;

    /// <summary>Sums up <paramref name="view"/>.</summary>
    public static LoyaltyView Of(ListeningView view)
    {
        var loyalty = Loyalty.Of(view);
        return new LoyaltyView(
            loyalty.Plays == 0 ? [] :
            [
                ("of the plays are repeats", Said.Share(loyalty.RepeatShare)),
                (loyalty.OnceTracks == 1 ? "track played once only" : "tracks played once only", Said.Number(loyalty.OnceTracks)),
                ("plays right after the same", Said.Number(loyalty.BackToBack)),
                ("of the plays: first artist", Said.Share(loyalty.TopArtistShare)),
                ("of the plays: first ten artists", Said.Share(loyalty.TopTenArtistShare)),
                ($"days with {Said.Number(loyalty.Eddington)} plays or more", Said.Number(loyalty.Eddington)),
            ],
            loyalty.LongestRun,
            loyalty.LongestRun is { } run && Said.LocalDay(run.StartedAt, view.Zone) is var day ? (Said.AddressOfPlays(new Period(day, day)), Said.Day(day)) : ("", ""),
            [.. loyalty.Faithful.Take(MostShown).Select(artist => new ListedTrack(
                ListedTrack.ArtistPage(artist.Id),
                artist.Name,
                Said.Plays(artist.Plays),
                artist.ImageUrl,
                (double)artist.Months / loyalty.Faithful[0].Months,
                Said.Counted(artist.Months, "month", "months")))]);
    }
}
