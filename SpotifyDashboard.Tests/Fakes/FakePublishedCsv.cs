namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A sheet that is published on the web as CSV: the address sends on to another, as Google's does (contracts, 7.4).</summary>
internal sealed class FakePublishedCsv : FakeServer
{
    private FakePublishedCsv(TimeProvider time)
        : base(time)
    {
    }

    public string Url => $"{Root}/sheets/d/e/2PACX-fake/pub?gid=0&single=true&output=csv";

    public string Csv { get; set; } = "";

    /// <summary>Whether it is private: a login page with status 200 is the answer.</summary>
    public bool IsPrivate { get; set; }

    public static async Task<FakePublishedCsv> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var fake = new FakePublishedCsv(time);
        await fake.StartAsync(cancellationToken);
        return fake;
    }

    protected override Task<FakeAnswer> AnswerAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        ListedHeaders.Check(request);
        return Task.FromResult(request switch
        {
            { Method: "GET", Path: "/sheets/d/e/2PACX-fake/pub", QueryString: "?gid=0&single=true&output=csv" } when IsPrivate => FakeAnswer.Html(200, "Sign in"),
            { Method: "GET", Path: "/sheets/d/e/2PACX-fake/pub", QueryString: "?gid=0&single=true&output=csv" } => FakeAnswer.Empty(307) with { Location = "/content/pub.csv" },
            { Method: "GET", Path: "/content/pub.csv" } => new FakeAnswer(200, "text/csv; charset=utf-8", Csv),
            _ => throw new RefusedException("Only the published address is listed."),
        });
    }
}
