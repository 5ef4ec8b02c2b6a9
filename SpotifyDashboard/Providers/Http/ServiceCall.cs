namespace SpotifyDashboard.Providers.Http;

/// <summary>One call to be made, with all its attempts.</summary>
/// <param name="Endpoint">The path with placeholders in place of ids, for the log: <c>/tracks/{id}</c>.</param>
/// <param name="Address">Where it goes.</param>
internal sealed record ServiceCall(string Endpoint, Uri Address)
{
    /// <summary>Value of the <c>Authorization</c> header; null for none.</summary>
    public string? Authorization { get; init; }

    /// <summary>Fields to post as a form; null: the call is a GET.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Form { get; init; }

    /// <summary>What each attempt takes out of the call budget; null where it costs nothing.</summary>
    public BudgetedCall? Budget { get; init; }

    /// <summary>Whether it only finds out if it may: an answer that says to wait is then taken as it is, not waited for.</summary>
    public bool IsProbe { get; init; }

    /// <summary>Texts that must not be repeated, should the service echo them.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>A request for one attempt.</summary>
    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(Form is null ? HttpMethod.Get : HttpMethod.Post, Address)
        {
            Content = Form is null ? null : new FormUrlEncodedContent(Form),
        };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.ParseAdd(UserAgent.Text);
        if (Authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        }

        return request;
    }
}
