namespace SpotifyDashboard.Providers.Http;

/// <summary>What a failed call asks of the caller.</summary>
public enum Failure
{
    /// <summary>It may go well another time: no answer, a server's fault, an answer that makes no sense. Already retried.</summary>
    Retry,

    /// <summary>Not before <see cref="ProviderException.RetryAt"/>.</summary>
    WaitUntil,

    /// <summary>The listener must log in again.</summary>
    LogInAgain,

    /// <summary>This app, or anyone, can't have it: a removed endpoint. Asking again is of no use.</summary>
    NotAvailable,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>The operator must change something: Premium, the allow-list, client id or secret, an address.</summary>
    Misconfigured,
}
