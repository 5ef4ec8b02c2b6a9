using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.Status;

/// <summary>What to paste into a report of a fault: the status, the last jobs and the machine, with no name and no secret in it.</summary>
internal sealed class Diagnostics(IOptions<DatabaseOptions> database)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The text, JSON.</summary>
    public string Describe(StatusAnswer status, IReadOnlyList<JobView> jobs) => JsonSerializer.Serialize(
        new
        {
            Program = ProgramVersion.Text,
            Runtime = RuntimeInformation.FrameworkDescription,
            System = RuntimeInformation.OSDescription,
            Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
            Database = database.Value.Provider.ToString(),
            Status = status with { Consent = status.Consent with { Account = null } },
            Jobs = jobs.Select(job => new { job.Kind, State = job.State.ToString(), job.Step, job.Done, job.Total, job.Message, job.CreatedAt }),
        },
        s_json);
}
