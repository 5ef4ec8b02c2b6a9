using System.Text.Json;

namespace SpotifyDashboard.Ingest.History;

/// <summary>The values of one account-data row, as raw bytes of the buffer they stand in.</summary>
internal ref struct AccountFields
{
    public ReadOnlySpan<byte> EndedAt;
    public ReadOnlySpan<byte> Artist;
    public ReadOnlySpan<byte> Title;
    public ReadOnlySpan<byte> Show;
    public ReadOnlySpan<byte> Episode;
    public ReadOnlySpan<byte> Book;
    public ReadOnlySpan<byte> Chapter;
    public long? MsPlayed;
    public string? Problem;

    /// <summary>Reads one object; false where the data end within it.</summary>
    public bool TryRead(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            var name = reader.ValueSpan;
            if (!reader.Read())
            {
                return false;
            }

            Take(name, ref reader);
            if (!reader.TrySkip())
            {
                return false;
            }
        }

        return false;
    }

    private void Take(ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        const string NoText = "a text is no text";
        if (name.SequenceEqual("endTime"u8))
        {
            EndedAt = JsonField.Text(ref reader, ref Problem, NoText);
        }
        else if (name.SequenceEqual("artistName"u8))
        {
            Artist = JsonField.Text(ref reader, ref Problem, NoText);
        }
        else if (name.SequenceEqual("trackName"u8))
        {
            Title = JsonField.Text(ref reader, ref Problem, NoText);
        }
        else if (name.SequenceEqual("msPlayed"u8))
        {
            MsPlayed = JsonField.Whole(ref reader, ref Problem, "msPlayed is no whole number");
        }
        else if (name.SequenceEqual("podcastName"u8))
        {
            Show = JsonField.Text(ref reader, ref Problem, NoText);
        }
        else if (name.SequenceEqual("episodeName"u8))
        {
            Episode = JsonField.Text(ref reader, ref Problem, NoText);
        }
        else if (name.SequenceEqual("audiobookName"u8) || name.SequenceEqual("audiobookTitle"u8))
        {
            Book = JsonField.Text(ref reader, ref Problem, NoText);
        }
        else if (name.SequenceEqual("chapterName"u8) || name.SequenceEqual("chapterTitle"u8))
        {
            Chapter = JsonField.Text(ref reader, ref Problem, NoText);
        }
    }
}
