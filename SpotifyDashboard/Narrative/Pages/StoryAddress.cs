using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Sharing;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>Where the pages of the story are.</summary>
internal static class StoryAddress
{
    /// <summary>The page on which stories are written and listed.</summary>
    public const string Page = "/story";

    /// <summary>The page of what may be asked of a model, and when.</summary>
    public const string Settings = "/story/settings";

    /// <summary>The page with a period and a tone chosen.</summary>
    public static string Of(Period period, NarrativeTone tone) =>
        PageAddress.Of(Page, ("from", ChosenPeriod.Format(period.From)), ("to", ChosenPeriod.Format(period.To)), ("tone", StoryTone.Key(tone)));

    /// <summary>One story by itself.</summary>
    public static string Of(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{Page}/{id}");

    /// <summary>Two stories side by side.</summary>
    public static string OfComparison(Guid left, Guid right) => string.Create(CultureInfo.InvariantCulture, $"{Page}/compare?left={left}&right={right}");

    /// <summary>A story's card, without shape and look.</summary>
    public static string OfCard(Guid id) => string.Create(CultureInfo.InvariantCulture, $"/api/narratives/{id}/card.svg");
}
