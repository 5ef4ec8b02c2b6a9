using System.Text;

namespace SpotifyDashboard.Providers.Http;

/// <summary>One call to be made, with all its attempts.</summary>
/// <param name="Endpoint">The path with placeholders in place of ids, for the log: <c>/tracks/{id}</c>.</param>
/// <param name="Address">Where it goes.</param>
internal sealed record ServiceCall(string Endpoint, Uri Address)
{
    /// <summary>Value of the <c>Authorization</c> header; null for none.</summary>
    public string? Authorization { get; init; }

    /// <summary>Fields to post as a form; null where no form is sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Form { get; init; }

    /// <summary>A body of JSON; null where none is sent. Without a body the call is a GET, else a POST unless <see cref="Replaces"/>.</summary>
    public string? Json { get; init; }

    /// <summary>Whether the body takes the place of what is there (PUT): such a call may be repeated without harm.</summary>
    public bool Replaces { get; init; }

    /// <summary>Whether doing it twice would do harm: then it is not repeated where nobody knows if the first attempt was carried out.</summary>
    public bool IsOnce { get; init; }

    /// <summary>What each attempt takes out of the call budget; null where it costs nothing.</summary>
    public BudgetedCall? Budget { get; init; }

    /// <summary>Whether it only finds out if it may: an answer that says to wait is then taken as it is, not waited for.</summary>
    public bool IsProbe { get; init; }

    /// <summary>Texts that must not be repeated, should the service echo them.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>A request for one attempt.</summary>
    public HttpRequestMessage ToRequest()
    {
        var method = Form is null && Json is null ? HttpMethod.Get : Replaces ? HttpMethod.Put : HttpMethod.Post;
        var request = new HttpRequestMessage(method, Address) { Content = ToContent() };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.ParseAdd(UserAgent.Text);
        if (Authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        }

        return request;
    }

    private ByteArrayContent? ToContent() =>
        Json is not null ? new StringContent(Json, Encoding.UTF8, "application/json")
        : Form is not null ? new FormUrlEncodedContent(Form)
        : null;
}
