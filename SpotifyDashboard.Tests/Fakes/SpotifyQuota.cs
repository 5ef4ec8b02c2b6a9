using System.Globalization;
using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>How many calls an app may make: a rolling day, and a rolling half minute. Refused calls do not count.</summary>
internal sealed class SpotifyQuota(SpotifyApp app)
{
    private static readonly TimeSpan s_day = TimeSpan.FromHours(24);
    private static readonly TimeSpan s_short = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _calls = [];

    /// <summary>Calls that counted, ever.</summary>
    public int Counted
    {
        get
        {
            lock (_gate)
            {
                return _calls.Count;
            }
        }
    }

    /// <summary>Calls that counted within the 24 hours before an instant.</summary>
    public int UsedAt(DateTimeOffset instant)
    {
        lock (_gate)
        {
            return _calls.Count(call => call > instant - s_day && call <= instant);
        }
    }

    /// <summary>Counts a call whatever the limits say: it arrived.</summary>
    public void Count(DateTimeOffset at)
    {
        lock (_gate)
        {
            _calls.Add(at);
        }
    }

    /// <summary>Counts a call, or answers 429 with the time until the window has room again.</summary>
    public FakeAnswer? Admit(DateTimeOffset at)
    {
        lock (_gate)
        {
            if (Wait(at, s_day, app.DailyQuota) is { } day)
            {
                return app.TellsQuotaInPlainText
                    ? FakeAnswer.Text(429, "Too many requests") with { RetryAfter = Seconds(day) }
                    : Json("Too many requests", "QUOTA_EXCEEDED", day);
            }

            if (Wait(at, s_short, app.ShortLimit) is { } shortly)
            {
                return Json("API rate limit exceeded", null, shortly);
            }

            _calls.Add(at);
            return null;
        }
    }

    private TimeSpan? Wait(DateTimeOffset at, TimeSpan window, int? limit)
    {
        if (limit is not { } most)
        {
            return null;
        }

        var within = _calls.Where(call => call > at - window).Order().ToList();
        return within.Count < most ? null
            : most == 0 ? window
            : within[^most] + window - at;
    }

    private static FakeAnswer Json(string message, string? reason, TimeSpan wait)
    {
        var error = new JsonObject { ["status"] = 429, ["message"] = message };
        if (reason is not null)
        {
            error["reason"] = reason;
        }

        return FakeAnswer.Json(new JsonObject { ["error"] = error }, 429) with { RetryAfter = Seconds(wait) };
    }

    private static string Seconds(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
