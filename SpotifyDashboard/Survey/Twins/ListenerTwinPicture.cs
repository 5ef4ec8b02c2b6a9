using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey.Twins;

/// <summary>The listener beside the respondents, as the page shows it.</summary>
/// <param name="Source">How the listener sounds.</param>
/// <param name="Dna">The same told against the survey.</param>
/// <param name="Search">The nearest respondents.</param>
/// <param name="Figure">The listener's DNA beside the nearest respondent's and the mean; null where there is no twin.</param>
internal sealed record ListenerTwinPicture(ListenerDna Source, MusicDna Dna, TwinSearch Search, RadarFigure? Figure)
{
    private const int MostTwins = 3;
    private const int Height = 340;

    /// <summary>What the DNA was made of: "From 1,204 plays of 212 tracks."</summary>
    public string Basis => Source.Plays > 0
        ? string.Create(CultureInfo.CurrentCulture, $"From {Source.Plays:N0} counted plays of {Source.Tracks:N0} tracks whose sound is known.")
        : string.Create(CultureInfo.CurrentCulture, $"From the {Source.Tracks:N0} tracks of your library whose sound is known, each once: nothing was played yet.");

    /// <summary>Why there is no DNA.</summary>
    public string Missing => Source.Tracks == 0
        ? "Nothing that you played in this period has a known sound, so there is nothing to compare. Choose a longer period, or let the features be looked up on the status page."
        : Search.Missing ?? "";

    /// <summary>Finds the listener's twins.</summary>
    public static ListenerTwinPicture Of(SurveyMap map, ListenerDna source)
    {
        var dna = map.Tell(source.Features);
        var search = TwinFinder.Find(map, dna, MostTwins);
        return new ListenerTwinPicture(source, dna, search, search.Twins.IsEmpty ? null : Draw(map, dna, search.Twins[0].Respondent));
    }

    private static RadarFigure? Draw(SurveyMap map, MusicDna dna, int twin)
    {
        Feature[] shown = [.. map.Features.Where(feature => dna.Shares[(int)feature] is not null && FeatureWords.IsTelling(feature))];
        if (map.Sound is not { } sound || map.Dna[twin] is not { } other || shown.Length == 0)
        {
            return null;
        }

        var means = map.Tell([.. Features.Thirteen.Select(feature => sound.Features.IndexOf(feature) is >= 0 and var column ? sound.Scaler.Means[column] : (double?)null)]);
        var name = SurveyWords.NameOf(map.Roster.Respondents[twin]);
        return new RadarFigure
        {
            Name = $"Your music DNA beside {name}",
            Caption = $"Orange is you, blue is {name}, grey is the mean. Each axis runs from the lowest to the highest value among the respondents' songs.",
            Height = Height,
            Axes = [.. shown.Select(FeatureWords.NameOf)],
            Series = [Line("All respondents", "--line-strong", means, shown), Line(name, MoodPalette.At(1).ColorVariable, other, shown), Line("You", MoodPalette.At(0).ColorVariable, dna, shown)],
        };
    }

    private static RadarSeries Line(string name, string color, MusicDna dna, Feature[] shown) => new(
        name,
        color,
        [.. shown.Select(feature => dna.Shares[(int)feature] ?? 0)],
        [.. shown.Select(feature => dna.Features[(int)feature] is { } value ? FeatureWords.Format(feature, value, CultureInfo.CurrentCulture) : "–")]);
}
