using System.Diagnostics.Metrics;

namespace SpotifyDashboard.Operations.Telemetry;

/// <summary>The program's own instruments (docs/deploy.md names and explains each). Recording costs nothing while nobody listens.</summary>
internal sealed class DashboardMeter
{
    private static readonly InstrumentAdvice<double> s_answers = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };

    /// <summary>From a statistic of a few milliseconds to an import of some minutes.</summary>
    private static readonly InstrumentAdvice<double> s_work = new() { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] };

    public DashboardMeter(IMeterFactory meters)
    {
        Meter = meters.Create(new MeterOptions(ProgramTrace.Name) { Version = ProgramVersion.Text });
        ResponseTime = Meter.CreateHistogram("api_response_time", "s", "How long the API took to answer.", tags: null, s_answers);
        ProcessingTime = Meter.CreateHistogram("data_processing_time", "s", "How long a step of computing or collecting took.", tags: null, s_work);
        WriterWait = Meter.CreateHistogram("writer_wait_time", "s", "How long a writer waited for its turn and the database's lock.", tags: null, s_work);
        ActiveSessions = Meter.CreateUpDownCounter<long>("active_sessions", "{session}", "Open tabs with a live connection.");
        Polls = Meter.CreateCounter<long>("polls", "{poll}", "Polls of recently played, by outcome.");
        Jobs = Meter.CreateCounter<long>("jobs", "{job}", "Jobs that ended, by kind and state.");
    }

    /// <summary>The meter, for gauges that are read when asked.</summary>
    public Meter Meter { get; }

    /// <summary>Seconds, by method, route and status.</summary>
    public Histogram<double> ResponseTime { get; }

    /// <summary>Seconds, by step and kind.</summary>
    public Histogram<double> ProcessingTime { get; }

    /// <summary>Seconds.</summary>
    public Histogram<double> WriterWait { get; }

    /// <summary>Circuits that are open now.</summary>
    public UpDownCounter<long> ActiveSessions { get; }

    /// <summary>Polls, by outcome.</summary>
    public Counter<long> Polls { get; }

    /// <summary>Jobs that ended.</summary>
    public Counter<long> Jobs { get; }
}
