using System.Data.Common;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Reads the circumstances and contexts that a <see cref="PlayDetailSet"/> names.</summary>
internal sealed class PlayDetailReader(DbConnection connection, DbTransaction snapshot)
{
    /// <summary>The details in the order of their indices.</summary>
    public PlayDetail[] Read(PlayDetailSet set)
    {
        if (set.Added.Count == 0)
        {
            return [.. set.Known];
        }

        var circumstances = ReadCircumstances();
        var contexts = set.Added.Any(added => added.Context != 0) ? ReadContexts() : [];
        return [.. set.Known, .. set.Added.Select(added => Unpack(added.Packed, circumstances, added.Context == 0 ? null : contexts[added.Context]))];
    }

    private static PlayDetail Unpack(long packed, Dictionary<int, Circumstance> circumstances, PlayContext? context) => new(
        (Source)((packed >> 4) & 0xff),
        (Precision)(packed & 0xf),
        (SightingTraits)((packed >> 12) & 0xff),
        circumstances[(int)(packed >> 20)],
        context);

    private Dictionary<int, Circumstance> ReadCircumstances()
    {
        Dictionary<int, Circumstance> circumstances = [];
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        using var command = Command("SELECT id, reason_start, reason_end, platform, country FROM circumstances");
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

    private Dictionary<int, PlayContext> ReadContexts()
    {
        Dictionary<int, PlayContext> contexts = [];
        using var command = Command("SELECT id, uri FROM play_contexts");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var id = reader.GetInt32(0);
            contexts.Add(id, new PlayContext { Id = id, Uri = reader.GetString(1) });
        }

        return contexts;
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = sql;
        return command;
    }
}
