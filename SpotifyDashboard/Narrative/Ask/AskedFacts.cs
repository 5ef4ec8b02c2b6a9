using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Facts that a question asks for beyond those of a story: about named things, about hours, and single plays. All found in the log.</summary>
/// <param name="view">The plays of the period asked about.</param>
/// <param name="understood">The question.</param>
internal sealed class AskedFacts(ListeningView view, UnderstoodQuestion understood)
{
    private const int Places = 3;
    private const int PlaysShown = 5;

    private readonly LogCatalogue _catalogue = view.Log.Catalogue;

    /// <summary>The facts, those about what is named first.</summary>
    public IEnumerable<NarrativeFact> All()
    {
        var number = 0;
        foreach (var thing in understood.Names)
        {
            foreach (var fact in About(thing, ++number))
            {
                yield return fact;
            }
        }

        var isWanted = understood.Names.IsEmpty ? null : Wanted(understood.Names);
        var found = FoundPlays.In(view, understood.Hours, isWanted);
        if (!understood.Hours.IsAll)
        {
            foreach (var fact in WithinHours(found))
            {
                yield return fact;
            }
        }

        if (understood.Names.IsEmpty && understood.Asked.Contains(AskedFor.Albums))
        {
            foreach (var album in TopList.Of(view, TopKind.Albums, TopMeasure.Plays, Places))
            {
                yield return Place("album", FactTopic.Artists, album.Rank, [new FactName(FactNameKind.Album, FactNames.Clean(album.Name)), new FactName(FactNameKind.Artist, FactNames.Clean(album.Artist))], album.Plays, $"/albums/{Uri.EscapeDataString(album.Id)}");
            }
        }

        if (WantsPlays)
        {
            foreach (var (index, place) in Shown(found).Select((index, place) => (index, place + 1)))
            {
                yield return Single(index, place);
            }
        }
    }

    /// <summary>Single plays help where a few are meant: a thing, some hours, a day, the first or last.</summary>
    private bool WantsPlays => !understood.Names.IsEmpty || !understood.Hours.IsAll || understood.Asked.Contains(AskedFor.Last) || understood.Asked.Contains(AskedFor.First)
        || understood.Period is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber < 7;

    private IEnumerable<int> Shown(FoundPlays found) => understood.Asked.Contains(AskedFor.First) ? found.Earliest(PlaysShown) : found.Latest(PlaysShown);

    private IEnumerable<NarrativeFact> About(NamedThing thing, int number)
    {
        var found = FoundPlays.In(view, understood.Hours, Wanted([thing]));
        var name = NameOf(thing);
        var words = Words(name);
        var href = AddressOf(thing);
        var id = string.Create(CultureInfo.InvariantCulture, $"asked-{number}");
        FactFigure[] figures = found.Count == 0 ? [new FactFigure(0, FactUnit.Plays)] : [new FactFigure(found.Count, FactUnit.Plays), new FactFigure(found.Hours, FactUnit.Hours)];
        var time = found.Count == 0 ? "" : $", {FactWords.Decimal(found.Hours)} hours";
        yield return Fact($"{id}-plays", TopicOf(thing.Kind), $"You played {words}: {FactWords.Plays(found.Count)}{time}.", href, figures, [name]);
        if (found.Count == 0)
        {
            yield break;
        }

        var (first, last) = (DayOf(found.Earliest(1).First()), DayOf(found.Latest(1).First()));
        yield return Fact($"{id}-first", FactTopic.Discovery, $"Your first play of {words} in this period was on {FactWords.Day(first)}.", PlaysOf(first), [], [name], first);
        yield return Fact($"{id}-last", FactTopic.Rhythm, $"Your last play of {words} in this period was on {FactWords.Day(last)}.", PlaysOf(last), [], [name], last);
        if (found is { Count: > 1, BiggestDay: var (day, plays) } && plays > 1)
        {
            yield return Fact($"{id}-day", FactTopic.Rhythm, $"Your biggest day of {words} was {FactWords.Day(day)}: {FactWords.Plays(plays)}.", PlaysOf(day), [new FactFigure(plays, FactUnit.Plays)], [name], day);
        }

        if (understood.Hours.IsAll && RankOf(thing) is { } rank)
        {
            yield return Fact($"{id}-rank", TopicOf(thing.Kind), $"{Capital(words)} was {KindWord(thing.Kind)} no. {FactWords.Number(rank)}.", href, [new FactFigure(rank, FactUnit.Rank)], [name]);
        }

        if (thing.Kind is NamedKind.Artist or NamedKind.Album or NamedKind.Genre && Best(found.TracksPlayed) is var (track, most))
        {
            yield return Fact($"{id}-track", FactTopic.Tracks, $"Your most played track of {words} was {Title(track)}: {FactWords.Plays(most)}.", TrackAddress(track), [new FactFigure(most, FactUnit.Plays)], [.. NamesOf(track), name]);
        }
    }

    private IEnumerable<NarrativeFact> WithinHours(FoundPlays found)
    {
        var hours = HoursWords.Of(understood.Hours);
        var figures = HoursWords.FiguresOf(understood.Hours);
        var isNamed = !understood.Names.IsEmpty;
        if (!isNamed)
        {
            yield return Fact(
                "hours-plays", FactTopic.Totals, $"{Capital(hours)} there were {FactWords.Plays(found.Count)}{(found.Count == 0 ? "" : $", {FactWords.Decimal(found.Hours)} hours")}.", HistoryAddress(), [new FactFigure(found.Count, FactUnit.Plays), .. found.Count == 0 ? [] : new[] { new FactFigure(found.Hours, FactUnit.Hours) }, .. figures], []);
            var artists = NameTallies.Of(_catalogue, found.TracksPlayed).Artists;
            foreach (var (artist, place) in Top(artists))
            {
                yield return Fact(
                    $"hours-artist-{place}", FactTopic.Artists, $"Artist no. {place} {hours} was {Name(artist).Name}: {FactWords.Plays(artists[artist])}.", $"/artists/{Uri.EscapeDataString(_catalogue.Artists[artist].PublicId)}", [new FactFigure(artists[artist], FactUnit.Plays), new FactFigure(place, FactUnit.Rank), .. figures], [Name(artist)]);
            }

            foreach (var (track, place) in Top(found.TracksPlayed))
            {
                yield return Fact(
                    $"hours-track-{place}", FactTopic.Tracks, $"Track no. {place} {hours} was {Title(track)}: {FactWords.Plays(found.TracksPlayed[track])}.", TrackAddress(track), [new FactFigure(found.TracksPlayed[track], FactUnit.Plays), new FactFigure(place, FactUnit.Rank), .. figures], NamesOf(track));
            }
        }
    }

    private NarrativeFact Single(int index, int place)
    {
        var start = FoundPlays.LocalStart(view, index);
        var track = view.Log.TrackIndexes[index];
        return Fact(
            string.Create(CultureInfo.InvariantCulture, $"play-{place}"),
            FactTopic.Tracks,
            $"You played {Title(track)} on {FactWords.Day(DateOnly.FromDateTime(start))} at {start.ToString("H:mm", CultureInfo.InvariantCulture)}.",
            $"{PlaysOf(DateOnly.FromDateTime(start))}&q={Uri.EscapeDataString(_catalogue.Tracks[track].Title)}",
            [new FactFigure(start.Hour, FactUnit.HourOfDay)],
            NamesOf(track),
            DateOnly.FromDateTime(start));
    }

    private NarrativeFact Place(string what, FactTopic topic, int rank, ImmutableArray<FactName> names, int plays, string path) => Fact(
        string.Create(CultureInfo.InvariantCulture, $"{what}-{rank}"),
        topic,
        $"{(rank == 1 ? $"Your most played {what}" : $"{Capital(what)} no. {FactWords.Number(rank)}")} was “{names[0].Name}” by {names[1].Name}: {FactWords.Plays(plays)}.",
        FactAddress.Of(path, view.Period),
        [new FactFigure(plays, FactUnit.Plays), new FactFigure(rank, FactUnit.Rank)],
        names);

    private bool[] Wanted(IEnumerable<NamedThing> things)
    {
        var isWanted = new bool[_catalogue.Tracks.Count];
        foreach (var thing in things)
        {
            for (var track = 0; track < isWanted.Length; track++)
            {
                isWanted[track] |= Belongs(track, thing);
            }
        }

        return isWanted;
    }

    private bool Belongs(int track, NamedThing thing) => thing.Kind switch
    {
        NamedKind.Artist => _catalogue.ArtistOf[track] == thing.Index,
        NamedKind.Track => _catalogue.CountsAs[track] == _catalogue.CountsAs[thing.Index],
        NamedKind.Album => _catalogue.AlbumOf[track] == thing.Index,
        _ => _catalogue.GenresOfArtists.Count > 0 && _catalogue.GenresOfArtists[_catalogue.ArtistOf[track]].Contains(thing.Index),
    };

    private int? RankOf(NamedThing thing)
    {
        var tallies = NameTallies.Of(_catalogue, view.Tracks.Plays);
        var (list, index) = thing.Kind switch
        {
            NamedKind.Artist => (tallies.Artists, thing.Index),
            NamedKind.Track => (tallies.Tracks, _catalogue.CountsAs[thing.Index]),
            NamedKind.Album => (tallies.Albums, thing.Index),
            _ => (tallies.Genres, thing.Index),
        };
        return list[index] == 0 ? null : list.Count(plays => plays > list[index]) + 1;
    }

    private static IEnumerable<(int Index, int Place)> Top(int[] plays) =>
        plays.Select((count, index) => (count, index)).Where(item => item.count > 0).OrderByDescending(item => item.count).ThenBy(item => item.index).Take(Places).Select((item, place) => (item.index, place + 1));

    private static (int Index, int Plays)? Best(int[] plays) => Top(plays).Select(item => ((int, int)?)(item.Index, plays[item.Index])).FirstOrDefault();

    private FactName NameOf(NamedThing thing) => new(
        thing.Kind switch
        {
            NamedKind.Artist => FactNameKind.Artist,
            NamedKind.Track => FactNameKind.Track,
            NamedKind.Album => FactNameKind.Album,
            _ => FactNameKind.Genre,
        },
        FactNames.Clean(thing.Name));

    private FactName Name(int artist) => new(FactNameKind.Artist, FactNames.Clean(_catalogue.Artists[artist].Name));

    private ImmutableArray<FactName> NamesOf(int track) => [new FactName(FactNameKind.Track, FactNames.Clean(_catalogue.Tracks[track].Title)), Name(_catalogue.ArtistOf[track])];

    private string Title(int track) => $"“{FactNames.Clean(_catalogue.Tracks[track].Title)}” by {Name(_catalogue.ArtistOf[track]).Name}";

    private static string Words(FactName name) => name.Kind is FactNameKind.Track or FactNameKind.Album ? $"“{name.Name}”" : name.Name;

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string KindWord(NamedKind kind) => kind.ToString().ToLowerInvariant();

    private static FactTopic TopicOf(NamedKind kind) => kind switch
    {
        NamedKind.Track => FactTopic.Tracks,
        NamedKind.Genre => FactTopic.Genres,
        _ => FactTopic.Artists,
    };

    private DateOnly DayOf(int index) => DateOnly.FromDateTime(FoundPlays.LocalStart(view, index));

    private static string PlaysOf(DateOnly day) => FactAddress.Of("/history", new Period(day, day));

    private string HistoryAddress() => FactAddress.Of("/history", view.Period);

    private string TrackAddress(int track) => FactAddress.Of($"/tracks/{Uri.EscapeDataString(_catalogue.Tracks[track].PublicId)}", view.Period);

    private string AddressOf(NamedThing thing) => thing.Kind switch
    {
        NamedKind.Artist => FactAddress.Of($"/artists/{Uri.EscapeDataString(_catalogue.Artists[thing.Index].PublicId)}", view.Period),
        NamedKind.Track => TrackAddress(thing.Index),
        NamedKind.Album => FactAddress.Of($"/albums/{Uri.EscapeDataString(_catalogue.Albums[thing.Index].PublicId)}", view.Period),
        _ => FactAddress.Of("/stats", view.Period, "section=taste"),
    };

    private static NarrativeFact Fact(string id, FactTopic topic, string text, string href, IEnumerable<FactFigure> figures, IEnumerable<FactName> names, DateOnly? day = null) => new()
    {
        Id = id,
        Topic = topic,
        Text = text,
        Href = href,
        Figures = [.. figures],
        Names = [.. names],
        Days = day is { } known ? [new FactDays(known, known)] : [],
    };
}
