using SpotifyDashboard.Listening;
using SpotifyDashboard.SignIn.Sharing;

namespace SpotifyDashboard.Tests.SignIn.Sharing;

/// <summary>A page <c>/held</c> that says what it was told when its drawing began, and whose drawing can be held up.</summary>
internal sealed class HeldPage : ISharedPage
{
    private readonly SemaphoreSlim _begun = new(0);

    public string Words { get; set; } = "first words";

    /// <summary>What a drawing waits for.</summary>
    public Task MayEnd { get; set; } = Task.CompletedTask;

    public int Drawings { get; private set; }

    public SharedScope? Read(PageAddress address) => address.Segments is ["held"] ? new SharedScope("/held", "A held page") : null;

    public async Task<SharedContent> DrawAsync(ListenerProfile listener, PageAddress address, string? choicesAt, CancellationToken cancellationToken)
    {
        var words = Words;
        Drawings++;
        _begun.Release();
        await MayEnd;
        return new SharedContent("Held", builder => builder.AddContent(0, words));
    }

    /// <summary>Waits until one more drawing has begun.</summary>
    public Task BegunAsync() => _begun.WaitAsync(TestContext.Current.CancellationToken);
}
