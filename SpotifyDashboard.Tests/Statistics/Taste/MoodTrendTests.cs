using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Taste;
using SpotifyDashboard.Tests.Listening;
using MoodOfMap = SpotifyDashboard.Moods.Mood;

namespace SpotifyDashboard.Tests.Statistics.Taste;

public sealed class MoodTrendTests
{
    private const int Moods = 3;

    [Fact]
    public void Of_AnyView_SaysWhatTheDefinitionSays() => Naive.Check(view =>
    {
        var map = MapOf(view.Log.Catalogue);
        var plays = Naive.CountedOf(view);
        var known = plays.FindAll(play => MoodOf(view, play) is not null);

        var trend = MoodTrend.Of(view, map);

        Assert.Equal((Moods, known.Count, plays.Count), (trend.K, trend.Known, trend.Plays));
        Assert.Equal(plays.Count == 0 ? null : (double?)known.Count / plays.Count, trend.Coverage);
        Assert.Equal(Enumerable.Range(0, Moods).Select(mood => new MoodTrend.Mood(mood, $"Mood {mood}", known.Count(play => MoodOf(view, play) == mood), Shares(view, plays)?[mood])), trend.Moods);
        Assert.All(trend.Weeks, week => AssertShares(view, plays.FindAll(play => play.Week == week.Start), week.Known, week.Shares));
        Assert.Equal(plays.Count, trend.Weeks.Sum(week => plays.Count(play => play.Week == week.Start)));
        Assert.All(trend.Months.Zip(Naive.MonthsOf(view)), pair => AssertShares(view, pair.Second.Plays, pair.First.Known, pair.First.Shares));
        Assert.Equal(Drifts(view, map).Select(drift => Math.Round(drift ?? -1, 9)), trend.Months.Select(month => Math.Round(month.Drift ?? -1, 9)));
        Assert.All(trend.AlongSession.Zip(Quarters(plays)), pair => AssertShares(view, pair.Second, pair.First.Known, pair.First.Shares));
    });

    [Fact]
    public void Of_MapOfAnotherLoad_FindsTheSameTracks()
    {
        var view = AnyView.Of(7);
        var shuffled = MapOf(view.Log.Catalogue, other: true);

        var (own, other) = (MoodTrend.Of(view, MapOf(view.Log.Catalogue)), MoodTrend.Of(view, shuffled));

        Assert.NotEqual(0, own.Known);
        Assert.Equal(own.Moods, other.Moods);
        Assert.Equal(own.Months.Select(month => month.Drift), other.Months.Select(month => month.Drift));
    }

    [Fact]
    public void Of_NoTrackHasFeatures_HasNoMoods()
    {
        var view = new LogOf().Play("2026-03-01T10:00:00Z").View();
        var map = new MoodMap { Request = MoodMapRequest.OfLibrary(1, 5), Catalogue = view.Log.Catalogue, Coverage = new MoodCoverage(0, 1), Notes = [] };

        var trend = MoodTrend.Of(view, map);

        Assert.Equal((0, 0, 1, 0.0), (trend.K, trend.Known, trend.Plays, trend.Coverage));
        Assert.Null(Assert.Single(trend.Weeks).Shares);
        Assert.All(trend.AlongSession, quarter => Assert.Null(quarter.Shares));
    }

    [Fact]
    public void Of_PauseOfMoreThanHalfAnHour_BeginsTheNextSession()
    {
        var log = new LogOf();
        foreach (var minute in new[] { 0, 33, 66, 99, 200, 203, 206 }) // three minutes each: half an hour of silence exactly, then more
        {
            log.Play(1_772_359_200_000 + (minute * 60_000L), 180_000, "Artist - Song");
        }

        var view = log.View();

        Assert.Equal([1, 1, 1, 1], MoodTrend.Of(view, MapOf(view.Log.Catalogue)).AlongSession.Select(quarter => quarter.Known));
    }

    private static void AssertShares(ListeningView view, List<NaivePlay> plays, int known, IReadOnlyList<double>? shares)
    {
        Assert.Equal(plays.Count(play => MoodOf(view, play) is not null), known);
        Assert.Equal(Shares(view, plays), shares);
    }

    private static double[]? Shares(ListeningView view, List<NaivePlay> plays)
    {
        var moods = plays.Select(play => MoodOf(view, play)).OfType<int>().ToList();
        return moods.Count == 0 ? null : [.. Enumerable.Range(0, Moods).Select(mood => (double)moods.Count(one => one == mood) / moods.Count)];
    }

    /// <summary>Two of three tracks that have a Spotify id are on the map; their row number gives the mood.</summary>
    private static int? MoodOf(ListeningView view, NaivePlay play)
    {
        var sounds = play.Track.SpotifyId is null ? play.StandingIndex : play.TrackIndex;
        return IsOnMap(view.Log.Catalogue, sounds) ? view.Log.Catalogue.Tracks[sounds].Id % Moods : null;
    }

    private static bool IsOnMap(LogCatalogue catalogue, int track) => catalogue.Tracks[track].SpotifyId is not null && (catalogue.Tracks.Count == 1 || catalogue.Tracks[track].Id % 5 != 0);

    private static IEnumerable<double?> Drifts(ListeningView view, MoodMap map)
    {
        double[]? before = null;
        foreach (var (_, plays) in Naive.MonthsOf(view))
        {
            var sounds = plays.Where(play => MoodOf(view, play) is not null)
                .Select(play => map.StandingOf(map.RowOf(view.Log.Catalogue.Tracks[play.Track.SpotifyId is null ? play.StandingIndex : play.TrackIndex].PublicId)).ToArray())
                .ToList();
            double[]? now = sounds.Count == 0 ? null : [.. Enumerable.Range(0, map.Features.Length).Select(column => sounds.Average(sound => (double)sound[column]))];
            yield return before is null || now is null ? null : Math.Sqrt(now.Zip(before, (a, b) => (a - b) * (a - b)).Sum()) / Math.Sqrt(now.Length);
            before = now ?? before;
        }
    }

    private static List<NaivePlay>[] Quarters(List<NaivePlay> plays)
    {
        List<List<NaivePlay>> sessions = [];
        var end = DateTimeOffset.MinValue;
        foreach (var play in plays)
        {
            if (sessions.Count == 0 || play.Local - end > TimeSpan.FromMinutes(30))
            {
                sessions.Add([]);
                end = DateTimeOffset.MinValue;
            }

            sessions[^1].Add(play);
            end = play.Local.AddMilliseconds(play.Ms) > end ? play.Local.AddMilliseconds(play.Ms) : end;
        }

        return
        [
            .. Enumerable.Range(0, 4).Select(quarter => sessions.Where(session => session.Count >= 4)
                .SelectMany(session => session.Where((_, index) => 4 * index / session.Count == quarter))
                .ToList()),
        ];
    }

    private static MoodMap MapOf(LogCatalogue catalogue, bool other = false)
    {
        var tracks = Enumerable.Range(0, catalogue.Tracks.Count).Where(track => IsOnMap(catalogue, track)).OrderBy(track => catalogue.Tracks[track].PublicId, StringComparer.Ordinal).ToArray();
        var map = other ? Turned(catalogue) : catalogue;
        var values = tracks.SelectMany(track => new Random(catalogue.Tracks[track].Id) is var random ? Enumerable.Range(0, 3).Select(_ => (float)random.NextDouble()) : []).ToArray();
        var raw = new FeatureMatrix(["danceability", "energy", "valence"], values, tracks.Select(track => other ? catalogue.Tracks.Count - 1 - track : track));
        var scaler = StandardScaler.Fit(raw);
        return new MoodMap
        {
            Request = MoodMapRequest.OfLibrary(1, Moods),
            Catalogue = map,
            Coverage = new MoodCoverage(tracks.Length, catalogue.Tracks.Count),
            Notes = [],
            Features = [Feature.Danceability, Feature.Energy, Feature.Valence],
            Labels = [.. tracks.Select(track => catalogue.Tracks[track].Id % Moods)],
            Moods = [.. Enumerable.Range(0, Moods).Select(mood => new MoodOfMap(mood, $"Mood {mood}", 0, 0, [], [], [], []))],
            Rows = new MoodRows
            {
                Features = [Feature.Danceability, Feature.Energy, Feature.Valence],
                Raw = raw,
                Scaler = scaler,
                Scaled = scaler.Transform(raw),
                Emphasis = [1, 1, 1],
                Space = scaler.Transform(raw),
                Coordinates = raw,
                Components = PrincipalComponents.Fit(scaler.Transform(raw), 3),
                Weights = [],
            },
        };
    }

    /// <summary>The same tracks in the opposite order.</summary>
    private static LogCatalogue Turned(LogCatalogue catalogue) => new(
        [.. catalogue.Tracks.Reverse()],
        [.. catalogue.Artists],
        [.. catalogue.Albums],
        [.. Enumerable.Range(0, catalogue.Tracks.Count)]);
}
