using SpotifyDashboard.Statistics.Discovery;
using SpotifyDashboard.Statistics.Time;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Sessions, discoveries and streaks.</summary>
internal static class HabitFacts
{
    /// <summary>Days of stored history before the period, below which "for the first time" would only mean "for the first time since we look".</summary>
    private const int LeastHistory = 28;

    private const int LeastPlaysOfNew = 2;
    private const int Percents = 100;

    /// <summary>All three.</summary>
    public static IEnumerable<FactDraft> Of(FactGround ground) => [.. SessionsOf(ground), .. DiscoveriesOf(ground), .. StreaksOf(ground)];

    private static IEnumerable<FactDraft> SessionsOf(FactGround ground)
    {
        var sessions = Sessions.Of(ground.View);
        var href = ground.AddressOf("/stats", anchor: "sessions");
        if (sessions is { Count: > 0, MeanMs: { } mean } && FactWords.Time(mean) is { Figure.Value: >= 0.5 } length)
        {
            yield return Draft("sessions", 760, FactTopic.Sessions, $"You listened in {FactWords.Counted(sessions.Count, "session", "sessions")}, {length.Words} long on average.", href, new FactFigure(sessions.Count, FactUnit.Sessions), length.Figure);
        }

        if (sessions is { Count: > 1, Longest: [{ } longest, ..] })
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(longest.StartedAt, ground.View.Zone).DateTime);
            var time = FactWords.Time(longest.Ms);
            yield return Draft("session-longest", 680, FactTopic.Sessions, $"Your longest session began on {FactWords.Day(day)}: {time.Words}, {FactWords.Plays(longest.Plays)}.", href, time.Figure, new FactFigure(longest.Plays, FactUnit.Plays))
                .On(new FactDays(day, day));
        }
    }

    private static IEnumerable<FactDraft> DiscoveriesOf(FactGround ground)
    {
        if (ground.View.Period.From is not { } from || ChangeFacts.FirstDayOf(ground.View) is not { } first || from.DayNumber - first.DayNumber < LeastHistory)
        {
            yield break;
        }

        var found = Discoveries.Of(ground.View);
        var href = ground.AddressOf("/stats", "section=discovery", "new");
        yield return Draft("new-artists", 740, FactTopic.Discovery, $"You heard {FactWords.Counted(found.NewArtists, "artist", "artists")} for the first time.", href, new FactFigure(found.NewArtists, FactUnit.Artists));
        if (found is { NewTracks: > 0, ShareOfNew: { } share })
        {
            var percent = new FactFigure(share * Percents, FactUnit.Percent);
            yield return Draft("new-tracks", 730, FactTopic.Discovery, $"You heard {FactWords.Counted(found.NewTracks, "track", "tracks")} for the first time: {FactWords.Percent(percent.Value)} of all plays.", href, new FactFigure(found.NewTracks, FactUnit.Tracks), percent);
        }

        if (found.TopNewArtists is [{ Plays: >= LeastPlaysOfNew } artist, ..])
        {
            var name = ground.NameOf(FactNameKind.Artist, artist.Name);
            yield return Draft("new-artist-1", 590, FactTopic.Discovery, $"Your most played new artist{(name is null ? "" : $" was {name.Name}")}: {FactWords.Plays(artist.Plays)}.", href, new FactFigure(artist.Plays, FactUnit.Plays), new FactFigure(1, FactUnit.Rank))
                .Naming(name is null ? [] : [name]);
        }

        if (found.TopNewTracks is [{ Plays: >= LeastPlaysOfNew } track, ..])
        {
            var name = TrackName.Of(ground, track.Name, track.Artist);
            yield return Draft("new-track-1", 510, FactTopic.Discovery, $"Your most played new track{(name.Words is null ? "" : $" was {name.Words}")}: {FactWords.Plays(track.Plays)}.", href, new FactFigure(track.Plays, FactUnit.Plays), new FactFigure(1, FactUnit.Rank))
                .Naming(name.Names);
        }
    }

    private static IEnumerable<FactDraft> StreaksOf(FactGround ground)
    {
        var streaks = StreakList.Of(ground.View);
        var href = ground.AddressOf("/stats", anchor: "streaks");
        if (streaks.List is [{ Days: > 1 } longest, ..])
        {
            var days = new FactDays(longest.From, longest.To);
            yield return Draft("streak", 750, FactTopic.Streaks, $"Your longest streak was {FactWords.Counted(longest.Days, "day", "days")} in a row, {FactWords.Days(days)}.", href, new FactFigure(longest.Days, FactUnit.Days)).On(days);
        }

        // The page counts days to come among the days of a period.
        if (ground.DayCount == streaks.Days && streaks.Days > 1)
        {
            yield return Draft("days-with-plays", 550, FactTopic.Streaks, $"You played music on {FactWords.Number(streaks.DaysWithPlays)} of {FactWords.Counted(streaks.Days, "day", "days")}.", href, new FactFigure(streaks.DaysWithPlays, FactUnit.Days), new FactFigure(streaks.Days, FactUnit.Days));
        }
    }

    private static FactDraft Draft(string id, int weight, FactTopic topic, string text, string href, params FactFigure[] figures) =>
        new(new NarrativeFact { Id = id, Topic = topic, Text = text, Figures = [.. figures], Href = href }, weight);
}
