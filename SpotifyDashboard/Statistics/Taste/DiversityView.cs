using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>What the panel of diversity shows.</summary>
/// <param name="Diversity">The figures of the period.</param>
/// <param name="Figure">As many equally played artists as it would take, month by month; null for a single month.</param>
/// <param name="Months">The days behind each month.</param>
public sealed record DiversityView(Diversity Diversity, LineFigure? Figure, IReadOnlyList<Period> Months)
{
    /// <summary>Draws the diversity of <paramref name="view"/>.</summary>
    public static DiversityView Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var diversity = Diversity.Of(view);
        var figure = diversity.Months.Count > 1 && diversity.Plays > 0 ? Line(diversity.Months) : null;
        return new DiversityView(diversity with { Months = [] }, figure, [.. diversity.Months.Select(month => Said.DaysOfMonth(month.Start, view.Period))]);
    }

    private static LineFigure Line(IReadOnlyList<Diversity.Month> months)
    {
        var played = months.Where(month => month.Plays > 0).ToList();
        var most = played.MaxBy(month => month.EffectiveArtists) ?? months[0];
        var least = played.MinBy(month => month.EffectiveArtists) ?? months[0];
        return new LineFigure
        {
            Name = "Diversity of artists by month",
            Caption = $"Most diverse in {Said.Month(most.Start)}, as if you had played {Artists(most)} equally often; least in {Said.Month(least.Start)}, as if {Artists(least)}.",
            LabelName = "Month",
            Height = 240,
            Labels = [.. months.Select(month => Said.ShortMonth(month.Start))],
            Series = [new LineSeries(
                "Equally played artists",
                [.. months.Select(month => month.EffectiveArtists)],
                [.. months.Select(month => month.Plays == 0 ? "no plays" : $"as {Artists(month)}, of {Said.Counted(month.Artists, "artist", "artists")} played")])],
        };
    }

    private static string Artists(Diversity.Month month) => $"{Said.Number(month.EffectiveArtists)} artists";
}
