using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpotifyDashboard.Jobs;

/// <summary>A job as pages and the API show it.</summary>
/// <param name="Id">The job's number.</param>
/// <param name="Kind">What kind of work, for example <c>import</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Step">What is being done, in words; null before the start.</param>
/// <param name="Done">Units of work done.</param>
/// <param name="Total">Units of work in all; null while unknown.</param>
/// <param name="Message">A sentence for the listener, above all on failure; else null.</param>
/// <param name="Result">What came of it, in the shape of its kind; null until it ended.</param>
public sealed record JobView(
    Guid Id,
    string Kind,
    [property: JsonConverter(typeof(JobStateConverter))] JobState State,
    string? Step,
    long Done,
    long? Total,
    string? Message,
    JsonElement? Result)
{
    /// <summary>Whose job it is.</summary>
    [JsonIgnore]
    public int ListenerId { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    [JsonIgnore]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether nothing more will happen.</summary>
    [JsonIgnore]
    public bool HasEnded => State is not (JobState.Queued or JobState.Running);
}
