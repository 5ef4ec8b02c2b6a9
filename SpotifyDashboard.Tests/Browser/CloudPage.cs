using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using SpotifyDashboard.Components.Charts;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>A test page with one point cloud; writes what it was told into <c>#said</c>.</summary>
[Route("/test/cloud")]
public sealed class CloudPage : ComponentBase
{
    private PointCloudFigure? _figure;
    private string _said = "";
    private int? _selected;
    private bool _firstHidden;

    [SupplyParameterFromQuery] public int? Points { get; set; }

    [SupplyParameterFromQuery] public int? Dimensions { get; set; }

    protected override void OnParametersSet() => _figure ??= PlantedCloud.Make(Points ?? 1000, Dimensions ?? 3);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<h1 tabindex=\"-1\">A cloud</h1>");
        builder.OpenComponent<PlotlyChart>(1);
        builder.AddComponentParameter(2, nameof(PlotlyChart.Figure), _figure);
        builder.AddComponentParameter(3, nameof(PlotlyChart.Selected), _selected);
        builder.AddComponentParameter(4, nameof(PlotlyChart.Hidden), _firstHidden ? (IReadOnlyCollection<int>)[0] : []);
        builder.AddComponentParameter(5, nameof(PlotlyChart.Describe), (Func<int, ValueTask<PointTip?>>)DescribeAsync);
        builder.AddComponentParameter(6, nameof(PlotlyChart.OnPointClick), EventCallback.Factory.Create<int>(this, Clicked));
        builder.AddComponentParameter(7, nameof(PlotlyChart.OnSelect), EventCallback.Factory.Create<IReadOnlyList<int>>(this, Chosen));
        builder.CloseComponent();
        builder.OpenElement(8, "button");
        builder.AddAttribute(9, "onclick", EventCallback.Factory.Create(this, () => _firstHidden = !_firstHidden));
        builder.AddContent(10, "Hide the first group");
        builder.CloseElement();
        builder.OpenElement(11, "p");
        builder.AddAttribute(12, "id", "said");
        builder.AddContent(13, _said);
        builder.CloseElement();
    }

    private static ValueTask<PointTip?> DescribeAsync(int index) =>
        ValueTask.FromResult<PointTip?>(new(string.Create(CultureInfo.InvariantCulture, $"Point <b>{index}</b>"), ["A line & more"]));

    private void Clicked(int index) => (_selected, _said) = (index, string.Create(CultureInfo.InvariantCulture, $"clicked {index}"));

    private void Chosen(IReadOnlyList<int> indices) => _said = string.Create(CultureInfo.InvariantCulture, $"chose {indices.Count}");
}
