using System.Globalization;
using SpotifyDashboard.Components.Charts;

namespace SpotifyDashboard.Statistics.Habits;

/// <summary>What the panels of devices and of countries show.</summary>
/// <param name="Platforms">The figures of the period.</param>
/// <param name="Devices">A bar per family.</param>
/// <param name="Countries">A bar per country.</param>
public sealed record DevicesView(Platforms Platforms, BarFigure Devices, BarFigure Countries)
{
    private const string Unknown = "Unknown";
    private const int MostCountries = 12;
    private const int RowHeight = 34;
    private const int Margin = 40;

    /// <summary>Counted plays whose country is told.</summary>
    public int InKnownCountries => Platforms.Countries.Where(place => place.Country != Unknown).Sum(place => place.Plays);

    /// <summary>Draws the devices and countries of <paramref name="view"/>; what is not told is left out of the bars and said beside them.</summary>
    public static DevicesView Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var platforms = Platforms.Of(view);
        var families = platforms.Families.Where(family => family.Name != Unknown).Select(family => (family.Name, family.Plays, family.Ms)).ToList();
        var countries = platforms.Countries.Where(place => place.Country != Unknown).Select(place => (Name: NameOf(place.Country), place.Plays, place.Ms)).ToList();
        return new DevicesView(
            platforms,
            Bars("Plays by device", "Device", families, families.Count == 0 ? "No device is told." : $"You listen most on {families[0].Name}: {Said.Share((double)families[0].Plays / platforms.Known)} of the plays whose device is told."),
            Bars("Plays by country", "Country", [.. countries.Take(MostCountries)], CountryCaption(countries)));
    }

    private static string CountryCaption(List<(string Name, int Plays, long Ms)> countries) => countries.Count switch
    {
        0 => "No country is told.",
        1 => $"All in {countries[0].Name}.",
        _ => $"You listened in {Said.Number(countries.Count)} countries; {Said.Share((double)countries[0].Plays / countries.Sum(country => country.Plays))} in {countries[0].Name}.",
    };

    private static BarFigure Bars(string name, string labelName, List<(string Name, int Plays, long Ms)> rows, string caption) => new()
    {
        Name = name,
        Caption = caption,
        LabelName = labelName,
        ValueName = "Plays",
        Horizontal = true,
        Height = Margin + (RowHeight * Math.Max(1, rows.Count)),
        Labels = rows.ConvertAll(row => row.Name),
        Values = rows.ConvertAll(row => (double)row.Plays),
        Texts = rows.ConvertAll(row => $"{Said.Plays(row.Plays)}, {Said.Time(row.Ms)}"),
    };

    /// <summary>The country's English name; its code where the framework has none.</summary>
    private static string NameOf(string code)
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            // Exports hold codes that are no country, such as those of withdrawn ones: the code is what is known.
            return code;
        }
    }
}
