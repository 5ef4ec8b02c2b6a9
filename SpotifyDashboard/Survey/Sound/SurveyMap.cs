using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Survey.Sound;

/// <summary>The respondents of a survey placed by how their favourite songs sound. Immutable, shared by all who look at it.</summary>
/// <remarks>
/// Rows are the respondents whose song has every feature used, in the ordinal order of their ids, so that neither the order of the
/// sheet nor that of the reading changes what K-Means draws.
/// </remarks>
public sealed class SurveyMap
{
    /// <summary>Respondents below which the middle of the survey, and so the score, means nothing.</summary>
    public const int FewestForScore = 3;

    private readonly int[] _rowOf;

    internal SurveyMap(SurveyRoster roster, ImmutableArray<string> notes, SurveySound? sound)
    {
        Roster = roster;
        Notes = notes;
        Sound = sound;
        _rowOf = new int[roster.Respondents.Length];
        Array.Fill(_rowOf, -1);
        for (var row = 0; row < Count; row++)
        {
            _rowOf[RespondentAt(row)] = row;
        }

        Dna = [.. roster.Respondents.Select(DnaOf)];
    }

    /// <summary>Whose answers these are.</summary>
    public SurveyRoster Roster { get; }

    /// <summary>Sentences that say what was left out, and why.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>Number of respondents on the map.</summary>
    public int Count => Sound?.Raw.Rows ?? 0;

    /// <summary>The features used, the columns of the map; empty where nobody is on it.</summary>
    public ImmutableArray<Feature> Features => Sound?.Features ?? [];

    /// <summary>The clusters by number: at most five; none where nobody is on the map.</summary>
    public ImmutableArray<SurveyCluster> Clusters => Sound?.Clusters ?? [];

    /// <summary>The music DNA of each respondent, in the order of the roster; null where no feature of the song is known.</summary>
    public ImmutableArray<MusicDna?> Dna { get; }

    /// <summary>Matrices and models; null where nobody is on the map.</summary>
    internal SurveySound? Sound { get; }

    /// <summary>The place in the roster of the respondent on a row.</summary>
    public int RespondentAt(int row) => Sound is { } sound ? sound.Raw.RowId(row) : throw new InvalidOperationException("Nobody is on the map.");

    /// <summary>The row of a respondent, or −1 where their song's sound is unknown.</summary>
    /// <param name="respondent">Place in the roster.</param>
    public int RowOf(int respondent) => _rowOf[respondent];

    /// <summary>The place in the roster of the respondent with an id; null where there is none.</summary>
    public int? IndexOf(string id)
    {
        for (var index = 0; index < Roster.Respondents.Length; index++)
        {
            if (Roster.Respondents[index].Id == id)
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>Tells the music DNA of somebody who is not among the respondents, such as the listener, against this survey.</summary>
    /// <param name="features">The thirteen features in their own units, null where unknown. At least half of those that the map uses must be known to be placed.</param>
    public MusicDna Tell(ImmutableArray<double?> features) => Tell(features, (Features.Length + 1) / 2);

    private MusicDna? DnaOf(Respondent respondent) =>
        respondent.Features is { IsDefault: false } known && known.Any(static value => value is not null) ? Tell(known, Features.Length) : null;

    private MusicDna Tell(ImmutableArray<double?> features, int fewest)
    {
        if (Sound is not { } sound)
        {
            return new MusicDna(features, [.. features.Select(static _ => (double?)null)], [], [], Cluster: null, Score: null);
        }

        ImmutableArray<double?> shares = [.. Listening.Features.Thirteen.Select(feature => sound.ShareOf(feature, features[(int)feature]))];
        return sound.Features.Count(feature => features[(int)feature] is not null) < fewest
            ? new MusicDna(features, shares, [], [], Cluster: null, Score: null)
            : sound.Tell(features, shares);
    }
}
