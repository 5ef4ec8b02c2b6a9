using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods.Playlists;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>What both kinds of recommendations are made of: the plays, how the library sounds, what is played now, and what the listener said. Pure.</summary>
internal sealed class RecommendationGround
{
    private const int MostLikedSeeds = 4;

    private readonly ListeningView _view;
    private readonly HeardLibrary _library;
    private readonly PlayedNow _now;
    private readonly WantedSound _wanted;
    private readonly SoundReason _reason;
    private readonly HashSet<string> _liked;
    private readonly HashSet<string> _refused;

    private RecommendationGround(ListeningView view, HeardLibrary library, PlayedNow now, IReadOnlyList<Verdict> verdicts, IReadOnlyList<SuggestedTrack> suggested)
    {
        (_view, _library, _now) = (view, library, now);
        _liked = [.. verdicts.Where(static verdict => verdict.IsLiked).Select(static verdict => verdict.TrackId)];
        _refused = [.. verdicts.Where(static verdict => !verdict.IsLiked).Select(static verdict => verdict.TrackId)];
        var bySpotifyId = suggested.ToDictionary(static track => track.SpotifyId, StringComparer.Ordinal);
        _wanted = WantedSound.Of(now.Sound, SoundsOf(verdicts, isLiked: true, bySpotifyId), SoundsOf(verdicts, isLiked: false, bySpotifyId));
        _reason = new SoundReason(library.Features, [.. now.Recordings.Select(recording => (TitleOf(recording), SoundOf(recording)))]);
    }

    /// <summary>Public ids that were refused.</summary>
    public IReadOnlySet<string> Refused => _refused;

    /// <summary>Makes it of what was read; null where <paramref name="gap"/> says why not.</summary>
    public static RecommendationGround? Of(ListeningView view, MoodMap map, IReadOnlyList<Verdict> verdicts, IReadOnlyList<SuggestedTrack> suggested, out RecommendationGap gap)
    {
        if (map.Rows is not { } rows)
        {
            gap = RecommendationGap.NoSound;
            return null;
        }

        var library = new HeardLibrary(map, rows, view.Log.Catalogue);
        var now = PlayedNow.Of(view, library);
        gap = now is null ? RecommendationGap.NoPlays : RecommendationGap.None;
        return now is null ? null : new RecommendationGround(view, library, now, verdicts, suggested);
    }

    /// <summary>Tracks of the own library.</summary>
    public IReadOnlyList<Recommendation> Own(int limit, CancellationToken cancellationToken)
    {
        var catalogue = _view.Log.Catalogue;
        var isRefused = new bool[catalogue.Tracks.Count];
        foreach (var track in _refused.Select(catalogue.IndexOf).Where(static track => track >= 0))
        {
            isRefused[catalogue.CountsAs[track]] = true;
        }

        var past = PastPlays.Of(_view);
        return [.. Choice.Of(OwnRecommender.Candidates(_view, _library, _now, _wanted, isRefused), limit, cancellationToken).Select(chosen => Describe(chosen, past))];
    }

    /// <summary>Tracks from outside the library.</summary>
    /// <param name="suggested">Those that are neither in the library nor refused.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IReadOnlyList<Recommendation> New(IReadOnlyList<SuggestedTrack> suggested, int limit, CancellationToken cancellationToken)
    {
        var candidates = suggested
            .Select((track, key) => _library.Scale(track.Features) is { } sound ? new Candidate(key, track.SpotifyId, track.MainArtist, _wanted.Nearness(sound), sound) : null)
            .OfType<Candidate>();
        return [.. Choice.Of(candidates, limit, cancellationToken).Select(chosen => Describe(chosen, suggested[chosen.Key]))];
    }

    /// <summary>What new tracks may be looked for from: what is played most now, and a few with a thumb up. The proposed ones sound unlike each other.</summary>
    public IReadOnlyList<SeedTrack> Seeds(int proposed)
    {
        var catalogue = _view.Log.Catalogue;
        (int Recording, double Weight)[] played = [.. _now.Recordings.Zip(_now.Weights).Where(pair => PlaylistTracks.IsSpotifyId(catalogue.Tracks[pair.First].SpotifyId))];
        if (played.Length == 0)
        {
            return [];
        }

        var sounds = UnitRows.Of(_library.Sound.SelectRows([.. played.Select(pair => _library.RowOfRecording(pair.Recording))]));
        var picked = MaximalMarginalRelevance.Pick([.. played.Select(pair => pair.Weight / played[0].Weight)], sounds, proposed).ToHashSet();
        var liked = _liked.Order(StringComparer.Ordinal).Select(catalogue.IndexOf)
            .Where(track => track >= 0 && PlaylistTracks.IsSpotifyId(catalogue.Tracks[track].SpotifyId) && !Array.Exists(played, pair => pair.Recording == catalogue.CountsAs[track]))
            .Take(MostLikedSeeds);
        return [.. played.Select((pair, place) => SeedOf(pair.Recording, picked.Contains(place))), .. liked.Select(track => SeedOf(track, isProposed: false))];
    }

    private SeedTrack SeedOf(int track, bool isProposed) =>
        new(_view.Log.Catalogue.Tracks[track].PublicId, TitleOf(track), ArtistOf(track), isProposed);

    private Recommendation Describe(Candidate chosen, PastPlays past)
    {
        var catalogue = _view.Log.Catalogue;
        var track = catalogue.Tracks[chosen.Key];
        return new Recommendation(track.PublicId, track.Title, ArtistOf(chosen.Key), Math.Round(chosen.Score, 4), $"{PlayReason.Of(_view, past, chosen.Key)} {_reason.Of(chosen.Sound)}")
        {
            ImageUrl = track.AlbumIndex >= 0 ? catalogue.Albums[track.AlbumIndex].ImageUrl : null,
            IsLiked = _liked.Contains(track.PublicId),
            HasPage = true,
            Sound = Compare(chosen.Sound),
        };
    }

    private Recommendation Describe(Candidate chosen, SuggestedTrack track) =>
        new(track.SpotifyId, track.Title, track.Artist, Math.Round(chosen.Score, 4), _reason.Of(chosen.Sound)) { IsLiked = _liked.Contains(track.SpotifyId), Sound = Compare(chosen.Sound) };

    private IReadOnlyList<ComparedFeature> Compare(float[] sound) =>
    [
        .. _library.Features.Select((feature, column) => new ComparedFeature(
            FeatureWords.NameOf(feature),
            FeatureWords.Format(feature, _library.Scaler.Restore(sound[column], column), System.Globalization.CultureInfo.CurrentCulture),
            FeatureWords.Format(feature, _library.Scaler.Restore(_now.Sound[column], column), System.Globalization.CultureInfo.CurrentCulture),
            sound[column],
            _now.Sound[column])),
    ];

    private IReadOnlyList<float[]> SoundsOf(IReadOnlyList<Verdict> verdicts, bool isLiked, Dictionary<string, SuggestedTrack> suggested) =>
        [.. verdicts.Where(verdict => verdict.IsLiked == isLiked).Select(verdict => SoundOf(verdict.TrackId, suggested)).OfType<float[]>()];

    private float[]? SoundOf(string trackId, Dictionary<string, SuggestedTrack> suggested)
    {
        var catalogue = _view.Log.Catalogue;
        return catalogue.IndexOf(trackId) is >= 0 and var track
            ? _library.RowOfRecording(catalogue.CountsAs[track]) >= 0 ? SoundOf(catalogue.CountsAs[track]) : null
            : suggested.TryGetValue(trackId, out var found) ? _library.Scale(found.Features) : null;
    }

    private float[] SoundOf(int recording) => _library.Sound.Row(_library.RowOfRecording(recording)).ToArray();

    private string TitleOf(int track) => _view.Log.Catalogue.Tracks[track].Title is { Length: > 0 } title ? title : "Untitled";

    private string ArtistOf(int track) => _view.Log.Catalogue.Artists[_view.Log.Catalogue.Tracks[track].ArtistIndex].Name;
}
