using Google.Apis.Util;

namespace SpotifyDashboard.Providers.GoogleSheets;

/// <summary>The program's clock as Google's library wants it, so that the times in its claims can be driven.</summary>
internal sealed class GoogleClock(TimeProvider time) : IClock
{
    public DateTime Now => time.GetLocalNow().DateTime;

    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;
}
