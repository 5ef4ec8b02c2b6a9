using System.Data.Common;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Reads the circumstances and contexts that a <see cref="PlayDetailSet"/> names.</summary>
internal sealed class PlayDetailReader(DbConnection connection, DbTransaction snapshot)
{
    private readonly SharedRows _shared = new(connection, snapshot);

    /// <summary>The details in the order of their indices.</summary>
    public PlayDetail[] Read(PlayDetailSet set)
    {
        if (set.Added.Count == 0)
        {
            return [.. set.Known];
        }

        var circumstances = ReadCircumstances([.. set.Added.Select(added => CircumstanceOf(added.Packed))]);
        var contexts = ReadContexts([.. set.Added.Where(added => added.Context != 0).Select(added => added.Context)]);
        return [.. set.Known, .. set.Added.Select(added => Unpack(added.Packed, circumstances, added.Context == 0 ? null : contexts[added.Context]))];
    }

    private static PlayDetail Unpack(long packed, Dictionary<int, Circumstance> circumstances, PlayContext? context) => new(
        (Source)((packed >> 4) & 0xff),
        (Precision)(packed & 0xf),
        (SightingTraits)((packed >> 12) & 0xff),
        circumstances[CircumstanceOf(packed)],
        context);

    private static int CircumstanceOf(long packed) => (int)(packed >> 20);

    private Dictionary<int, Circumstance> ReadCircumstances(HashSet<int> wanted)
    {
        Dictionary<int, Circumstance> circumstances = [];
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        using var command = _shared.Command("id, reason_start, reason_end, platform, country", "circumstances", "id", wanted);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var id = reader.GetInt32(0);
            circumstances.Add(id, new Circumstance
            {
                Id = id,
                ReasonStart = Once(reader.GetString(1)),
                ReasonEnd = Once(reader.GetString(2)),
                Platform = Once(reader.GetString(3)),
                Country = Once(reader.GetString(4)),
            });
        }

        return circumstances;

        string Once(string text)
        {
            if (!texts.TryGetValue(text, out var same))
            {
                texts.Add(text, same = text);
            }

            return same;
        }
    }

    private Dictionary<int, PlayContext> ReadContexts(HashSet<int> wanted)
    {
        Dictionary<int, PlayContext> contexts = [];
        if (wanted.Count == 0)
        {
            return contexts;
        }

        using var command = _shared.Command("id, uri", "play_contexts", "id", wanted);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var id = reader.GetInt32(0);
            contexts.Add(id, new PlayContext { Id = id, Uri = reader.GetString(1) });
        }

        return contexts;
    }
}
