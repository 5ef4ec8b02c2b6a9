using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Catalogue.Palette;

/// <summary>Finds pages, actions, artists, tracks and albums by a part of their name.</summary>
/// <remarks>
/// The start of a name is better than the start of a word, that better than a place within; what has all the words, some of them in
/// the artist's name, comes last. Of equally good ones pages and actions come first, then what was played more. A recording is listed once.
/// </remarks>
internal static class PaletteSearch
{
    private const int MostWords = 6;
    private const int WordsGrade = 1;

    /// <summary>The best <paramref name="limit"/> entries for what was typed; every page and action where nothing was.</summary>
    /// <param name="view">The whole history; null where there is nobody.</param>
    /// <param name="typed">As it stands in the field.</param>
    /// <param name="limit">At most so many, where something was typed.</param>
    public static IReadOnlyList<PaletteEntry> Find(ListeningView? view, string typed, int limit)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = NameFold.Of(typed);
        if (text.Length == 0)
        {
            return PaletteShortcuts.All;
        }

        // The root of the heap is the last of the best found so far.
        var best = new PriorityQueue<PaletteHit, PaletteHit>(Comparer<PaletteHit>.Create(static (left, right) => PaletteHit.Compare(right, left)));
        Add(best, GradesOf(PaletteShortcuts.Names, text), (index, grade) => new PaletteHit(PaletteShortcuts.All[index].Kind, index, grade, 0), limit);
        if (view is not null)
        {
            AddItems(best, view, text, limit);
        }

        var found = new PaletteHit[best.Count];
        for (var place = found.Length - 1; place >= 0; place--)
        {
            found[place] = best.Dequeue();
        }

        return [.. found.Select(hit => EntryOf(hit, view?.Log.Catalogue))];
    }

    private static void AddItems(PriorityQueue<PaletteHit, PaletteHit> best, ListeningView view, string text, int limit)
    {
        var catalogue = view.Log.Catalogue;
        var plays = PalettePlays.Of(view);
        Add(best, GradesOf(catalogue.Names.Artists, text), (index, grade) => new PaletteHit(PaletteKind.Artist, index, grade, plays.Artists[index]), limit);

        var words = text.Split(' ').Take(MostWords).ToArray();
        var artistWords = words.Length > 1 ? Array.ConvertAll(words, catalogue.Names.Artists.Match) : [];
        var titles = Graded(catalogue.Names.Tracks, text, words, artistWords, index => catalogue.ArtistOf[index]);
        Add(best, titles, (index, grade) => new PaletteHit(PaletteKind.Track, index, catalogue.CountsAs[index] == index ? grade : 0, plays.Tracks[index]), limit);
        var albums = Graded(catalogue.Names.Albums, text, words, artistWords, index => catalogue.Albums[index].ArtistIndex);
        Add(best, albums, (index, grade) => new PaletteHit(PaletteKind.Album, index, grade, plays.Albums[index]), limit);
    }

    private static int[] GradesOf(FoldedNames names, string text) => Array.ConvertAll(names.Match(text), match => match == NameMatch.None ? 0 : WordsGrade + (int)match);

    /// <summary>The grade of each name, also of those that have every word either in themselves or in their artist's name.</summary>
    private static int[] Graded(FoldedNames names, string text, string[] words, NameMatch[][] artistWords, Func<int, int> artistOf)
    {
        var grades = GradesOf(names, text);
        if (words.Length < 2)
        {
            return grades;
        }

        var ownWords = Array.ConvertAll(words, names.Match);
        for (var index = 0; index < grades.Length; index++)
        {
            if (grades[index] == 0 && HasAll(index, artistOf(index)))
            {
                grades[index] = WordsGrade;
            }
        }

        return grades;

        bool HasAll(int name, int artist)
        {
            var own = 0;
            for (var word = 0; word < words.Length; word++)
            {
                if (ownWords[word][name] != NameMatch.None)
                {
                    own++;
                }
                else if (artistWords[word][artist] == NameMatch.None)
                {
                    return false;
                }
            }

            return own > 0;
        }
    }

    private static void Add(PriorityQueue<PaletteHit, PaletteHit> best, int[] grades, Func<int, int, PaletteHit> hitOf, int limit)
    {
        for (var index = 0; index < grades.Length; index++)
        {
            if (grades[index] == 0 || hitOf(index, grades[index]) is not { Grade: > 0 } hit)
            {
                continue;
            }

            if (best.Count < limit)
            {
                best.Enqueue(hit, hit);
            }
            else if (PaletteHit.Compare(hit, best.Peek()) < 0)
            {
                best.DequeueEnqueue(hit, hit);
            }
        }
    }

    private static PaletteEntry EntryOf(PaletteHit hit, LogCatalogue? catalogue)
    {
        if (catalogue is null || hit.Kind is PaletteKind.Page or PaletteKind.Action)
        {
            return PaletteShortcuts.All[hit.Index];
        }

        switch (hit.Kind)
        {
            case PaletteKind.Artist:
                var artist = catalogue.Artists[hit.Index];
                return Entry(hit, artist.PublicId, artist.Name) with { PictureUrl = artist.ImageUrl };
            case PaletteKind.Album:
                var album = catalogue.Albums[hit.Index];
                return Entry(hit, album.PublicId, album.Title) with { Artist = catalogue.Artists[album.ArtistIndex].Name, PictureUrl = album.ImageUrl };
            default:
                var track = catalogue.Tracks[hit.Index];
                return Entry(hit, track.PublicId, track.Title) with
                {
                    Artist = catalogue.Artists[track.ArtistIndex].Name,
                    PictureUrl = track.AlbumIndex >= 0 ? catalogue.Albums[track.AlbumIndex].ImageUrl : null,
                };
        }
    }

    private static PaletteEntry Entry(PaletteHit hit, string id, string name)
    {
        var address = $"/{hit.Kind.ToString().ToLowerInvariant()}s/{Uri.EscapeDataString(id)}";
        return new PaletteEntry(address, hit.Kind, name) { Plays = hit.Plays, Address = address };
    }
}
