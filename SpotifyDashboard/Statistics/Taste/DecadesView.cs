using System.Globalization;
using SpotifyDashboard.Components.Charts;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>What the panel of release decades shows.</summary>
/// <param name="Known">Counted plays whose release year is known.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Figure">A bar per decade.</param>
public sealed record DecadesView(int Known, int Plays, BarFigure Figure)
{
    private const int YearsPerDecade = 10;

    /// <summary>Draws the decades of <paramref name="view"/>; those without plays between two that have some are drawn, too.</summary>
    public static DecadesView Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var decades = Decades.Of(view);
        var rows = decades.Rows.Count == 0
            ? []
            : Enumerable.Range(0, ((decades.Rows[^1].Start - decades.Rows[0].Start) / YearsPerDecade) + 1)
                .Select(step => decades.Rows[0].Start + (step * YearsPerDecade))
                .Select(start => decades.Rows.FirstOrDefault(row => row.Start == start) ?? new Decades.Decade(start, 0, 0, 0))
                .ToList();
        return new DecadesView(decades.Known, decades.Plays, new BarFigure
        {
            Name = "Plays by decade of release",
            Caption = Caption(decades),
            LabelName = "Decade",
            ValueName = "Plays",
            Height = 260,
            Labels = [.. rows.Select(row => NameOf(row.Start))],
            Values = [.. rows.Select(row => (double)row.Plays)],
            Texts = [.. rows.Select(row => Said.Number(row.Plays))],
        });
    }

    private static string Caption(Decades decades)
    {
        if (decades.Rows.MaxBy(row => row.Plays) is not { } most || decades.MedianYear is not { } median || decades.Years.MaxBy(year => year.Plays) is not { } best)
        {
            return "No release year is known.";
        }

        return $"{Said.Share((double)most.Plays / decades.Known)} of your plays come from the {NameOf(most.Start)}; half of them were released in {Year(median)} or earlier, and no year gave more than {Year(best.Number)}.";
    }

    private static string NameOf(int decade) => Year(decade) + "s";

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
