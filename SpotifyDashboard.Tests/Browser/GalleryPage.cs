using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using SpotifyDashboard.Components.Charts;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>A test page with every plain figure.</summary>
[Route("/test/gallery")]
public sealed class GalleryPage : ComponentBase
{
    private static readonly string[] s_days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private readonly ChartFigure[] _figures =
    [
        new BarFigure
        {
            Name = "Plays by weekday", Caption = "You listened most on Sundays.", LabelName = "Weekday", ValueName = "Plays",
            Labels = s_days, Values = [.. s_days.Select(static (_, i) => 100.0 + i * 20)], Texts = [.. s_days.Select(static (_, i) => $"{100 + i * 20} plays")],
            Before = [.. s_days.Select(static (_, i) => 160.0 - i * 10)], BeforeTexts = [.. s_days.Select(static (_, i) => $"{160 - i * 10} plays")],
        },
        new LineFigure
        {
            Name = "Plays by month", Caption = "You listened more than before.", LabelName = "Month",
            Labels = [.. Enumerable.Range(1, 24).Select(static month => $"Month {month}")],
            Series = [Line("This period", static month => 20 + month), Line("Stretch before", static month => 30 - month) with { IsQuiet = true }],
        },
        new LineFigure
        {
            Name = "Genres by month", Caption = "Folk grew.", LabelName = "Month", IsStacked = true,
            Labels = [.. Enumerable.Range(1, 24).Select(static month => $"Month {month}")],
            Series = [Line("Folk", static month => month), Line("Metal & <noise>", static _ => 7), Line("Jazz", static month => 24 - month)],
        },
        new HeatmapFigure
        {
            Name = "Plays by weekday and hour", Caption = "You listened most in the evening.", RowName = "Weekday", ValueName = "Plays",
            Rows = s_days, Columns = [.. Enumerable.Range(0, 24).Select(static hour => $"{hour:00}")],
            Values = [.. Enumerable.Range(0, 168).Select(static i => (double?)(i % 24 * (i / 24)))],
            Texts = [.. Enumerable.Range(0, 168).Select(static i => $"{i % 24 * (i / 24)} plays")],
        },
        new RadarFigure
        {
            Name = "Profile of a mood", Caption = "This mood is loud & <fast>.", Axes = ["Energy", "Valence", "Tempo", "Danceability", "Loudness"],
            Series = [new("Loud", "--mood-1", [0.9, 0.4, 0.8, 0.5, 0.95], ["90 %", "40 %", "162 bpm", "50 %", "-4 dB"])],
        },
    ];

    private static LineSeries Line(string name, Func<int, int> value) => new(
        name,
        [.. Enumerable.Range(1, 24).Select(month => (double?)value(month))],
        [.. Enumerable.Range(1, 24).Select(month => $"{value(month)} plays")]);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<h1 tabindex=\"-1\">Charts</h1>");
        foreach (var figure in _figures)
        {
            builder.OpenComponent<PlotlyChart>(1);
            builder.SetKey(figure);
            builder.AddComponentParameter(2, nameof(PlotlyChart.Figure), figure);
            builder.CloseComponent();
        }
    }
}
