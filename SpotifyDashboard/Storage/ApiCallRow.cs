namespace SpotifyDashboard.Storage;

/// <summary>One call to Spotify's Web API, written before it is sent, so that the budget is never understated.</summary>
public sealed class ApiCallRow
{
    public long Id { get; set; }

    /// <summary>When it was sent (UTC).</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>For example <c>recently-played</c>.</summary>
    public required string EndpointGroup { get; set; }

    /// <summary>The <c>CallPriority</c>.</summary>
    public byte Priority { get; set; }

    /// <summary>What came back; null while unknown.</summary>
    public int? StatusCode { get; set; }

    /// <summary>The client id of the app that made it, whose calls Spotify counts together; null for the app of the house.</summary>
    public string? App { get; set; }
}
