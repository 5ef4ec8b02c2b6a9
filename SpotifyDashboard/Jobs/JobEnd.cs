using System.Text.Json;

namespace SpotifyDashboard.Jobs;

/// <summary>How a job ended.</summary>
/// <param name="State">A state that has ended.</param>
/// <param name="Message">A sentence for the listener, or null.</param>
/// <param name="Result">What came of it, or null.</param>
internal sealed record JobEnd(JobState State, string? Message = null, JsonElement? Result = null)
{
    /// <summary>Writes a handler's result as JSON in camelCase.</summary>
    public static JsonElement? ResultOf(object? result) =>
        result is null ? null : JsonSerializer.SerializeToElement(result, JsonSerializerOptions.Web);
}
