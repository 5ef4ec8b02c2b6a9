using System.Diagnostics;

namespace SpotifyDashboard;

/// <summary>What the program does, named for whoever follows it: spans of traces, and the steps that telemetry takes the time of. Costs nothing while nobody listens.</summary>
/// <remarks>Names and values come from a fixed list (docs/deploy.md): whose work it is, or on what, never stands in them.</remarks>
internal static class ProgramTrace
{
    /// <summary>Name of the source of spans, and of the program's meter.</summary>
    public const string Name = "SpotifyDashboard";

    /// <summary>Reading a listener's plays into memory.</summary>
    public const string LogLoad = "log_load";

    /// <summary>Computing a statistic over a view.</summary>
    public const string Statistic = "statistic";

    /// <summary>Making a mood map.</summary>
    public const string MoodMap = "mood_map";

    /// <summary>A job, from its turn to its end.</summary>
    public const string Job = "job";

    /// <summary>One poll of one listener.</summary>
    public const string Poll = "poll";

    /// <summary>Waiting for the turn to write, and for the database's own lock.</summary>
    public const string WriterWait = "writer_wait";

    /// <summary>Tag: which kind of job.</summary>
    public const string Kind = "kind";

    /// <summary>Tag: how it came out.</summary>
    public const string Outcome = "outcome";

    /// <summary>The outcome of what went well.</summary>
    public const string Stored = "stored";

    private static readonly ActivitySource s_source = new(Name, ProgramVersion.Text);

    /// <summary>Begins a step, which ends when it is disposed; null while nobody listens.</summary>
    /// <param name="step">One of the names above.</param>
    /// <param name="kind">Which kind of it, from a fixed list.</param>
    public static Activity? Begin(string step, string? kind = null)
    {
        var activity = s_source.StartActivity(step);
        return kind is null ? activity : activity?.SetTag(Kind, kind);
    }

    /// <summary>Says how the step that runs now came out.</summary>
    public static void Note(string outcome)
    {
        if (Activity.Current is { } current && current.Source == s_source)
        {
            current.SetTag(Outcome, outcome);
        }
    }
}
