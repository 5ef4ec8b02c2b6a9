using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using SpotifyDashboard.Components.Controls;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>A test page with every control, and a panel that fails until its button says otherwise.</summary>
[Route("/test/controls")]
public sealed class ControlsPage : ComponentBase
{
    private static readonly DateOnly s_today = new(2026, 3, 15);

    private bool _isMended;

    [SupplyParameterFromQuery] public string? From { get; set; }

    [SupplyParameterFromQuery] public string? To { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<HeaderTools>(0);
        builder.AddComponentParameter(1, nameof(HeaderTools.ChildContent), (RenderFragment)Picker);
        builder.CloseComponent();
        builder.AddMarkupContent(2, "<h1 tabindex=\"-1\">Controls</h1>");
        builder.OpenElement(3, "div");
        builder.AddAttribute(4, "class", "page");
        Add(builder, "Figures", Tiles);
        Add(builder, "Most played", Rows);
        Add(builder, "Work", Steps);
        Add(builder, "Nothing yet", Empty);
        Add(builder, "A fragile panel", Fragile);
        builder.OpenElement(5, "button");
        builder.AddAttribute(6, "class", "button");
        builder.AddAttribute(7, "onclick", EventCallback.Factory.Create(this, () => _isMended = true));
        builder.AddContent(8, "Mend it");
        builder.CloseElement();
        builder.CloseElement();
    }

    private static void Add(RenderTreeBuilder builder, string title, RenderFragment body)
    {
        builder.OpenComponent<Panel>(10);
        builder.AddComponentParameter(11, nameof(Panel.Title), title);
        builder.AddComponentParameter(12, nameof(Panel.ChildContent), body);
        builder.AddComponentParameter(13, nameof(Panel.HowCounted), "By looking.");
        builder.CloseComponent();
    }

    private void Picker(RenderTreeBuilder builder)
    {
        builder.OpenComponent<PeriodPicker>(0);
        builder.AddComponentParameter(1, nameof(PeriodPicker.Value), ChosenPeriod.Parse(From, To));
        builder.AddComponentParameter(2, nameof(PeriodPicker.Today), s_today);
        builder.CloseComponent();
    }

    private void Tiles(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "tiles");
        foreach (var (figure, counts, before) in new[] { ("1,204", "plays", 1100.0), ("4,310", "minutes", 5000.0), ("310", "tracks", 1204.0), ("96", "artists", 0.0) })
        {
            builder.OpenComponent<StatTile>(2);
            builder.AddComponentParameter(3, nameof(StatTile.Figure), figure);
            builder.AddComponentParameter(4, nameof(StatTile.Counts), counts);
            builder.AddComponentParameter(5, nameof(StatTile.Change), TileChange.Between(1204, before));
            builder.AddComponentParameter(6, nameof(StatTile.Spark), (IReadOnlyList<double>)[3, 5, 2, 8, 6, 9, 4, 7, 10, 6]);
            builder.AddComponentParameter(7, nameof(StatTile.HowCounted), "Plays of 30 seconds or more.");
            builder.CloseComponent();
        }

        builder.CloseElement();
    }

    private void Rows(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "ol");
        builder.AddAttribute(1, "class", "ranked");
        for (var rank = 1; rank <= 4; rank++)
        {
            builder.OpenComponent<RankedRow>(2);
            builder.AddComponentParameter(3, nameof(RankedRow.Rank), rank);
            builder.AddComponentParameter(4, nameof(RankedRow.Title), $"Track number {rank} with a rather long name that has to be cut on a phone");
            builder.AddComponentParameter(5, nameof(RankedRow.Artist), "An artist");
            builder.AddComponentParameter(6, nameof(RankedRow.Share), 1.0 / rank);
            builder.AddComponentParameter(7, nameof(RankedRow.Figure), $"{240 / rank} plays");
            builder.AddComponentParameter(8, nameof(RankedRow.HasPrevious), true);
            builder.AddComponentParameter(9, nameof(RankedRow.PreviousRank), rank == 3 ? null : Math.Max(4 - rank, 1));
            builder.CloseComponent();
        }

        builder.CloseElement();
    }

    private void Steps(RenderTreeBuilder builder)
    {
        builder.OpenComponent<ProgressSteps>(0);
        builder.AddComponentParameter(1, nameof(ProgressSteps.Steps), (IReadOnlyList<string>)["Syncing…", "Analyzing…"]);
        builder.AddComponentParameter(2, nameof(ProgressSteps.Current), 1);
        builder.CloseComponent();
        builder.OpenComponent<RelativeTime>(3);
        builder.AddComponentParameter(4, nameof(RelativeTime.At), DateTimeOffset.UnixEpoch);
        builder.AddComponentParameter(5, nameof(RelativeTime.Zone), TimeZoneInfo.Utc);
        builder.AddComponentParameter(6, nameof(RelativeTime.Prefix), "updated");
        builder.CloseComponent();
    }

    private void Empty(RenderTreeBuilder builder)
    {
        builder.OpenComponent<EmptyState>(0);
        builder.AddComponentParameter(1, nameof(EmptyState.Title), "No plays yet");
        builder.AddComponentParameter(2, nameof(EmptyState.Href), "/import");
        builder.AddComponentParameter(3, nameof(EmptyState.Action), "Import your history");
        builder.CloseComponent();
    }

    private void Fragile(RenderTreeBuilder builder)
    {
        builder.OpenComponent<FragileBody>(0);
        builder.AddComponentParameter(1, nameof(FragileBody.IsMended), _isMended);
        builder.CloseComponent();
    }
}
