using System.Text.Json;

namespace SpotifyDashboard.Ingest.Export;

/// <summary>Writes how a track sounds and the genres of its artist as flat lists, see <see cref="History.OwnListReader"/>.</summary>
internal sealed class ExportLists(Utf8JsonWriter json)
{
    /// <summary>Artists whose genres stand in the file already.</summary>
    private readonly HashSet<int> _told = [];

    /// <summary>Writes what is known, the genres with the artist's first track only.</summary>
    public void Write(ExportTrack track)
    {
        if (track.Sound is { } sound)
        {
            json.WriteStartArray("sound");
            json.WriteStringValue(sound.Provenance);
            json.WriteNumberValue(sound.StoredAt);
            foreach (var value in sound.Values)
            {
                WriteNumber(value);
            }

            json.WriteEndArray();
        }

        if (track.Genres.Count > 0 && _told.Add(track.ArtistRow))
        {
            json.WriteStartArray("genres");
            foreach (var genre in track.Genres)
            {
                json.WriteStringValue(genre.Genre);
                json.WriteStringValue(genre.Provenance);
                WriteNumber(genre.Weight);
                json.WriteNumberValue(genre.StoredAt);
            }

            json.WriteEndArray();
        }
    }

    private void WriteNumber(double? number)
    {
        if (number is { } told)
        {
            json.WriteNumberValue(told);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
