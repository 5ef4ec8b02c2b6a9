using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Sharing;

namespace SpotifyDashboard.Statistics.Top20;

/// <summary>The top 20 as somebody else may see it.</summary>
internal sealed class Top20Shared(Top20Service top20) : ISharedPage
{
    private static readonly string[] s_names = ["kind", "range", "source"];

    public SharedScope? Read(PageAddress address) => address.Segments is ["top20"] && ChoiceOf(address) is var choice ? new SharedScope(choice.AddressAt("/top20"), choice.Words) : null;

    public async Task<SharedContent> DrawAsync(ListenerProfile listener, PageAddress address, string? choicesAt, CancellationToken cancellationToken)
    {
        var choice = ChoiceOf(address);
        var view = await top20.ReadAsync(listener, choice, cancellationToken);
        return new SharedContent(choice.Title, builder =>
        {
            if (choicesAt is not null)
            {
                builder.OpenComponent<Top20Choices>(0);
                builder.AddComponentParameter(1, nameof(Top20Choices.Chosen), choice);
                builder.AddComponentParameter(2, nameof(Top20Choices.Path), choicesAt);
                builder.CloseComponent();
            }

            builder.OpenComponent<Top20Lists>(3);
            builder.AddComponentParameter(4, nameof(Top20Lists.View), view);
            builder.CloseComponent();
        });
    }

    private static Top20Choice ChoiceOf(PageAddress address) =>
        address.Names.FirstOrDefault(name => !s_names.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? throw new RefusedParameterException("page", $"'{unknown}' is no choice of the top 20; {string.Join(", ", s_names)} are.")
            : Top20Choice.Read(address["kind"], address["range"], address["source"]);
}
