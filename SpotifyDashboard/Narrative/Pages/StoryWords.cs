using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>What the pages say about a story.</summary>
internal static class StoryWords
{
    /// <summary>How claims are counted.</summary>
    public const string HowChecked = "Every number, share, date, comparison and name that the text claims is looked up in the facts it was written from. A text in which a single one is not borne by them is neither stored nor shown.";

    /// <summary>"12 of 12 claims checked against your data."</summary>
    public static string Checked(int supported, int claims) => $"{CheckedShort(supported, claims)} against your data.";

    /// <summary>"12 of 12 claims checked".</summary>
    public static string CheckedShort(int supported, int claims) => $"{Said.Number(supported)} of {Said.Counted(claims, "claim", "claims")} checked";

    /// <summary>"gemini-3.5-flash-lite", or "Written here, without a model".</summary>
    public static string Source(NarrativeSource source, string? model) => source == NarrativeSource.Model && model is not null ? model : "Written here, without a model";

    /// <summary>The same within a line: "by gemini-3.5-flash-lite", "without a model".</summary>
    public static string ShortSource(NarrativeSource source, string? model) => source == NarrativeSource.Model && model is not null ? $"by {model}" : "without a model";

    /// <summary>"1,204 read, 410 written"; null where nobody counted.</summary>
    public static string? Tokens(int? read, int? written) => (read, written) switch
    {
        (null, null) => null,
        ({ } there, null) => $"{Said.Number(there)} read",
        (null, { } back) => $"{Said.Number(back)} written",
        ({ } there, { } back) => $"{Said.Number(there)} read, {Said.Number(back)} written",
    };

    /// <summary>What became of asking the model, for a story that it did not write; null where there is nothing to say.</summary>
    public static string? WhyNotTheModel(ModelOutcome outcome, string? remark) => remark ?? outcome switch
    {
        ModelOutcome.Refused => "The model's texts said what your data does not say, twice.",
        ModelOutcome.Blocked => "The model would not write this one.",
        ModelOutcome.Unreadable => "The model's answer could not be read.",
        ModelOutcome.Limited => "The model's service asked to wait.",
        ModelOutcome.Unreachable => "The model's service did not answer in time.",
        ModelOutcome.Misconfigured => "Key, model or address of the service are wrong.",
        _ => null,
    };

    /// <summary>"weekly story"; null for one that was asked for.</summary>
    public static string? Occasion(NarrativeOccasion occasion) => occasion switch
    {
        NarrativeOccasion.Weekly => "weekly story",
        NarrativeOccasion.Monthly => "monthly story",
        NarrativeOccasion.Yearly => "yearly story",
        _ => null,
    };

    /// <summary>"9 of 10 stories by a model held the check (90%), 2 at the second try"; null before the first.</summary>
    public static string? Acceptance(AcceptanceRate rate) => rate.Share is not { } share
        ? null
        : $"{Said.Number(rate.Accepted + rate.Repaired)} of {Said.Counted(rate.Judged, "story", "stories")} by a model held the check ({Said.Share(share)}){(rate.Repaired > 0 ? $", {Said.Number(rate.Repaired)} at the second try" : "")}";

    /// <summary>"12 seconds": the time that is left, rounded up.</summary>
    public static string Left(TimeSpan left) => Math.Max(1, Math.Ceiling(left.TotalSeconds)) is var seconds && seconds == 1 ? "1 second" : $"{Said.Number(seconds)} seconds";
}
