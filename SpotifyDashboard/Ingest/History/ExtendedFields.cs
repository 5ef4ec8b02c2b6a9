using System.Text.Json;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>The values of one extended-history row, as raw bytes of the buffer they stand in.</summary>
internal ref struct ExtendedFields
{
    public ReadOnlySpan<byte> EndedAt;
    public ReadOnlySpan<byte> Platform;
    public ReadOnlySpan<byte> Country;
    public ReadOnlySpan<byte> ReasonStart;
    public ReadOnlySpan<byte> ReasonEnd;
    public ReadOnlySpan<byte> TrackUri;
    public ReadOnlySpan<byte> Title;
    public ReadOnlySpan<byte> Artist;
    public ReadOnlySpan<byte> Album;
    public ReadOnlySpan<byte> EpisodeUri;
    public ReadOnlySpan<byte> EpisodeName;
    public ReadOnlySpan<byte> EpisodeShow;
    public ReadOnlySpan<byte> AudiobookUri;
    public ReadOnlySpan<byte> AudiobookTitle;
    public ReadOnlySpan<byte> ChapterUri;
    public ReadOnlySpan<byte> ChapterTitle;
    public long? MsPlayed;
    public long? OfflineTimestamp;
    public SightingTraits Flags;
    public string? Problem;

    /// <summary>What only our own export tells; null in a row of any other.</summary>
    public OwnFacts? Own;

    /// <summary>The fields that stood among our own values: these hold, whatever the columns say and wherever they stand.</summary>
    private uint _told;

    /// <summary>Reads one object; false where the data end within it.</summary>
    public bool TryRead(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            var field = ExtendedFieldNames.Of(reader.ValueSpan);
            if (!reader.Read())
            {
                return false;
            }

            if (field == ExtendedField.Own && reader.TokenType == JsonTokenType.StartObject)
            {
                if (!TryReadOwn(ref reader))
                {
                    return false;
                }
            }
            else if (_told == 0 || (_told & Bit(field)) == 0)
            {
                Take(field, ref reader, RowRules.LongestText);
            }

            if (!reader.TrySkip())
            {
                return false;
            }
        }

        return false;
    }

    private static uint Bit(ExtendedField field) => 1u << (int)field;

    /// <summary>Reads the object of our own values: columns that they replace, and what has no column.</summary>
    private bool TryReadOwn(ref Utf8JsonReader reader)
    {
        var own = Own ??= new OwnFacts();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            var field = ExtendedFieldNames.Of(reader.ValueSpan);
            var name = field == ExtendedField.Ignored ? reader.GetString() : null;
            if (!reader.Read())
            {
                return false;
            }

            if (name is null)
            {
                _told |= Bit(field);
                Take(field, ref reader, OwnReader.LongestText);
            }
            else
            {
                OwnReader.Take(name, ref reader, own, ref Problem);
            }

            if (!reader.TrySkip())
            {
                return false;
            }
        }

        return false;
    }

    private void Take(ExtendedField field, ref Utf8JsonReader reader, int longest)
    {
        switch (field)
        {
            case ExtendedField.Ignored or ExtendedField.Own:
                break;
            case ExtendedField.MsPlayed:
                MsPlayed = JsonField.Whole(ref reader, ref Problem, "ms_played is no whole number");
                break;
            case ExtendedField.OfflineTimestamp:
                OfflineTimestamp = JsonField.Whole(ref reader, ref Problem, "offline_timestamp is no whole number");
                break;
            case ExtendedField.Shuffle:
                TakeFlag(ref reader, SightingTraits.ShuffleTold, SightingTraits.Shuffle);
                break;
            case ExtendedField.Skipped:
                TakeFlag(ref reader, SightingTraits.SkippedTold, SightingTraits.Skipped);
                break;
            case ExtendedField.Offline:
                TakeFlag(ref reader, SightingTraits.OfflineTold, SightingTraits.Offline);
                break;
            case ExtendedField.Incognito:
                TakeFlag(ref reader, SightingTraits.IncognitoTold, SightingTraits.Incognito);
                break;
            default:
                TakeText(field, JsonField.Text(ref reader, ref Problem, "a text is no text", longest));
                break;
        }
    }

    private void TakeFlag(ref Utf8JsonReader reader, SightingTraits told, SightingTraits set)
    {
        Flags &= ~(told | set);
        if (JsonField.Flag(ref reader, ref Problem, "a yes-or-no value is neither") is { } value)
        {
            Flags |= value ? told | set : told;
        }
    }

    private void TakeText(ExtendedField field, ReadOnlySpan<byte> text)
    {
        switch (field)
        {
            case ExtendedField.EndedAt: EndedAt = text; break;
            case ExtendedField.Platform: Platform = text; break;
            case ExtendedField.Country: Country = text; break;
            case ExtendedField.ReasonStart: ReasonStart = text; break;
            case ExtendedField.ReasonEnd: ReasonEnd = text; break;
            case ExtendedField.TrackUri: TrackUri = text; break;
            case ExtendedField.Title: Title = text; break;
            case ExtendedField.Artist: Artist = text; break;
            case ExtendedField.Album: Album = text; break;
            case ExtendedField.EpisodeUri: EpisodeUri = text; break;
            case ExtendedField.EpisodeName: EpisodeName = text; break;
            case ExtendedField.EpisodeShow: EpisodeShow = text; break;
            case ExtendedField.AudiobookUri: AudiobookUri = text; break;
            case ExtendedField.AudiobookTitle: AudiobookTitle = text; break;
            case ExtendedField.ChapterUri: ChapterUri = text; break;
            default: ChapterTitle = text; break;
        }
    }
}
