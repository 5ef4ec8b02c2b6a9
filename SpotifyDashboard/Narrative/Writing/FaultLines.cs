using SpotifyDashboard.Narrative.Checking;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Names faults to the model that is to mend them: the first few, a short line each.</summary>
internal static class FaultLines
{
    private const int MostFaults = 8;
    private const int LongestFault = 240;

    /// <summary>The lines, each ended by a line feed.</summary>
    public static string Of(IEnumerable<CheckFault> faults) => string.Concat(faults.Take(MostFaults).Select(static fault => $"- {Describe(fault)}\n"));

    private static string Describe(CheckFault fault)
    {
        var line = $"\"{fault.Claim}\" in \"{fault.Sentence}\": {fault.Reason}".ReplaceLineEndings(" ");
        return line.Length <= LongestFault ? line : line[..LongestFault] + "…";
    }
}
