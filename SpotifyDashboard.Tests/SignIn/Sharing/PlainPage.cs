using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Sharing;

namespace SpotifyDashboard.Tests.SignIn.Sharing;

/// <summary>A page <c>/plain?of=…</c> that can be shared.</summary>
internal sealed class PlainPage : ISharedPage
{
    public SharedScope? Read(PageAddress address) => address.Segments is not ["plain"] ? null
        : address["of"] is "wood" or "stone" ? new SharedScope(PageAddress.Of("/plain", ("of", address["of"])), $"A plain page of {address["of"]}")
        : throw new RefusedParameterException("of", "'of' is one of wood, stone.");

    public Task<SharedContent> DrawAsync(ListenerProfile listener, PageAddress address, string? choicesAt, CancellationToken cancellationToken) =>
        Task.FromResult(new SharedContent("Plain", builder => builder.AddContent(0, $"made of {address["of"]}")));
}
