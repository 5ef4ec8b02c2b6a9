using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Catalogue.Palette;

/// <summary>Counted plays of every track, artist and album, by which equally good matches are ordered; made once for all tabs.</summary>
internal sealed record PalettePlays(int[] Tracks, int[] Artists, int[] Albums)
{
    /// <summary>The plays of <paramref name="view"/>.</summary>
    public static PalettePlays Of(ListeningView view) => view.GetOrCompute(nameof(PalettePlays), static shared => new PalettePlays(
        PlaysOf(shared, TopKind.Tracks), PlaysOf(shared, TopKind.Artists), PlaysOf(shared, TopKind.Albums)));

    private static int[] PlaysOf(ListeningView view, TopKind kind) => Ranking.Of(view, kind, TopMeasure.Plays).Plays;
}
