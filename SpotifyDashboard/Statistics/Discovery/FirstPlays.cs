namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>The first and the fifth counted play of everything in a log, whatever the period: indices of plays, −1 where there is none.</summary>
/// <param name="OfTrack">First play of each recording, under the track that stands for it.</param>
/// <param name="OfArtist">First play of each artist.</param>
/// <param name="OfAlbum">First play of each album.</param>
/// <param name="Loved">Fifth play of each recording.</param>
internal sealed record FirstPlays(int[] OfTrack, int[] OfArtist, int[] OfAlbum, int[] Loved)
{
    private const int PlaysToLove = 5;

    /// <summary>One pass over the log.</summary>
    public static FirstPlays Of(LogFacts facts)
    {
        var catalogue = facts.Log.Catalogue;
        var firsts = new FirstPlays(None(catalogue.Tracks.Count), None(catalogue.Artists.Count), None(catalogue.Albums.Count), None(catalogue.Tracks.Count));
        var tracks = facts.Log.TrackIndexes;
        var countsAs = catalogue.CountsAs;
        var counted = facts.Counted;
        var plays = new byte[catalogue.Tracks.Count];
        for (var index = 0; index < tracks.Length; index++)
        {
            if (!counted.Counts(index))
            {
                continue;
            }

            var track = countsAs[tracks[index]];
            if (plays[track] == PlaysToLove)
            {
                continue;
            }

            if (++plays[track] == PlaysToLove)
            {
                firsts.Loved[track] = index;
            }
            else if (plays[track] == 1)
            {
                firsts.OfTrack[track] = index;
                Note(firsts.OfArtist, catalogue.ArtistOf[track], index);
                Note(firsts.OfAlbum, catalogue.AlbumOf[track], index);
            }
        }

        return firsts;
    }

    private static void Note(int[] firsts, int item, int index)
    {
        if (item >= 0 && firsts[item] < 0)
        {
            firsts[item] = index;
        }
    }

    private static int[] None(int count)
    {
        var none = new int[count];
        Array.Fill(none, -1);
        return none;
    }
}
