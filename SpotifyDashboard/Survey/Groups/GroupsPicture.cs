using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey.Groups;

/// <summary>The groups of a survey as the page draws them.</summary>
/// <param name="Groups">All groups.</param>
/// <param name="Counts">How many respondents each has.</param>
/// <param name="Sounds">How the songs of each sound; null where no group has two songs of known sound.</param>
internal sealed record GroupsPicture(ImmutableArray<SurveyGroup> Groups, BarFigure Counts, HeatmapFigure? Sounds)
{
    private const int MostShown = 12;

    /// <summary>Songs below which a mean would be one person's taste.</summary>
    private const int FewestSongs = 2;
    private const int RowHeight = 28;
    private const int HeightBeside = 120;

    /// <summary>Draws the groups of a kind.</summary>
    public static GroupsPicture Of(SurveyMap map, GroupKind kind)
    {
        var groups = SurveyGroups.By(map, kind);
        return new GroupsPicture(groups, CountsOf(map, groups, kind), SoundsOf(map, groups, kind));
    }

    private static BarFigure CountsOf(SurveyMap map, ImmutableArray<SurveyGroup> groups, GroupKind kind)
    {
        SurveyGroup[] shown = [.. groups.Take(MostShown)];
        return new BarFigure
        {
            Name = $"Respondents by {WordOf(kind)}",
            Caption = CaptionOf(map, groups, kind),
            Height = HeightBeside + (RowHeight * shown.Length),
            Labels = [.. shown.Select(static group => group.Name)],
            Values = [.. shown.Select(static group => (double)group.Members.Length)],
            Texts = [.. shown.Select(static group => TextOf(group))],
            LabelName = kind.ToString(),
            ValueName = "Respondents",
            Horizontal = true,
        };
    }

    private static string TextOf(SurveyGroup group)
    {
        var count = string.Create(CultureInfo.CurrentCulture, $"{group.Members.Length:N0} {(group.Members.Length == 1 ? "respondent" : "respondents")}");
        return group.HoursPerDay is { } hours ? string.Create(CultureInfo.CurrentCulture, $"{count}, {hours:0.0} h a day") : count;
    }

    private static string CaptionOf(SurveyMap map, ImmutableArray<SurveyGroup> groups, GroupKind kind)
    {
        if (groups.IsEmpty)
        {
            return "";
        }

        var silent = map.Roster.Respondents.Length - groups.Sum(static group => group.Members.Length);
        var beyond = groups.Length - MostShown;
        var finding = groups[0].Members.Length == 1
            ? string.Create(CultureInfo.CurrentCulture, $"Every {WordOf(kind)} stands for one respondent.")
            : string.Create(CultureInfo.CurrentCulture, $"Most answered “{groups[0].Name}”: {groups[0].Members.Length:N0} of {map.Roster.Respondents.Length:N0}.");
        return finding
            + (beyond > 0 ? string.Create(CultureInfo.CurrentCulture, $" {beyond:N0} smaller groups are not drawn.") : "")
            + (silent > 0 ? string.Create(CultureInfo.CurrentCulture, $" {silent:N0} gave no answer.") : "");
    }

    private static HeatmapFigure? SoundsOf(SurveyMap map, ImmutableArray<SurveyGroup> groups, GroupKind kind)
    {
        SurveyGroup[] shown = [.. groups.Where(static group => group.WithSound >= FewestSongs).Take(MostShown)];
        Feature[] features = [.. map.Features.Where(FeatureWords.IsTelling)];
        if (shown.Length == 0 || features.Length == 0)
        {
            return null;
        }

        return new HeatmapFigure
        {
            Name = $"Sound by {WordOf(kind)}",
            Caption = FindingOf(shown, features),
            Height = HeightBeside + 40 + (RowHeight * shown.Length),
            Rows = [.. shown.Select(static group => group.Name)],
            Columns = [.. features.Select(FeatureWords.NameOf)],
            Values = [.. shown.SelectMany(group => features.Select(feature => group.Standing[(int)feature]))],
            Texts = [.. shown.SelectMany(group => features.Select(feature => CellOf(group, feature)))],
            RowName = kind.ToString(),
            ValueName = "Deviations from the mean of all songs",
        };
    }

    private static string CellOf(SurveyGroup group, Feature feature) => group.MeanSound[(int)feature] is { } mean && group.Standing[(int)feature] is { } standing
        ? string.Create(CultureInfo.CurrentCulture, $"{FeatureWords.Format(feature, mean, CultureInfo.CurrentCulture)} ({standing:+0.0;−0.0;0.0})")
        : "–";

    /// <summary>Names the group and the feature that stand farthest from the mean, with the number of songs it rests on.</summary>
    private static string FindingOf(SurveyGroup[] groups, Feature[] features)
    {
        var (group, feature, standing) = groups
            .SelectMany(group => features.Select(feature => (Group: group, Feature: feature, Standing: group.Standing[(int)feature] ?? 0)))
            .MaxBy(static cell => Math.Abs(cell.Standing));
        return string.Create(
            CultureInfo.CurrentCulture,
            $"“{group.Name}” stands out most: {FeatureWords.Compared(feature, standing)} than the others, by {Math.Abs(standing):0.0} deviations over {group.WithSound:N0} songs.");
    }

    private static string WordOf(GroupKind kind) => kind.ToString().ToLowerInvariant();
}
