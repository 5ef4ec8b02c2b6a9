using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>Fails while it is drawn, until it is mended.</summary>
public sealed class FragileBody : ComponentBase
{
    [Parameter] public bool IsMended { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (!IsMended)
        {
            throw new InvalidOperationException("This panel is made to fail.");
        }

        builder.AddContent(0, "Here it is");
    }
}
