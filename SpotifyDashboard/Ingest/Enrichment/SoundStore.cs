using System.Data.Common;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Stores audio features from a provider. What a file or another provider brought is never overwritten, only completed.</summary>
internal sealed class SoundStore(WriteTransaction write, string provenance, DateTimeOffset now) : IDisposable
{
    private static readonly string[] s_columns = [.. Features.Thirteen.Select(Features.KeyOf)];

    private readonly ValueOrigins _origins = new(write, provenance, now);
    private readonly DbCommand _find = write.Command($"SELECT provenance, {string.Join(", ", s_columns)} FROM audio_features WHERE track_id = @track", "track");
    private readonly DbCommand _store = write.Command(
        $"""
        INSERT INTO audio_features (track_id, {string.Join(", ", s_columns)}, provenance, stored_at)
        VALUES (@track, {string.Join(", ", s_columns.Select(column => "@" + column))}, @provenance, @at)
        ON CONFLICT (track_id) DO UPDATE SET {string.Join(", ", s_columns.Select(column => $"{column} = excluded.{column}"))}, provenance = excluded.provenance,
          stored_at = CASE WHEN audio_features.provenance = '{provenance}' THEN excluded.stored_at ELSE audio_features.stored_at END
        """,
        ["track", .. s_columns, "provenance", "at"]);

    /// <summary>Stores what was told of one track.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Store(int track, IReadOnlyDictionary<Feature, double> told)
    {
        var known = Find(track);
        var isOwn = known is null || known.Provenance == provenance;
        var values = Merge(known?.Values ?? new Dictionary<Feature, double>(), told, isOwn);
        if (values.Count == 0 || (!isOwn && values.Count == known?.Values.Count))
        {
            return false;
        }

        _store.Run([track, .. Features.Thirteen.Select(feature => values.TryGetValue(feature, out var value) ? (object?)value : null), known?.Provenance ?? provenance, now.ToUnixTimeMilliseconds()]);
        if (!isOwn)
        {
            foreach (var feature in values.Keys.Where(feature => known?.Values.ContainsKey(feature) == false))
            {
                _origins.Note(track, $"features.{Features.KeyOf(feature)}");
            }
        }

        return true;
    }

    public void Dispose()
    {
        _origins.Dispose();
        _find.Dispose();
        _store.Dispose();
    }

    private static Dictionary<Feature, double> Merge(IReadOnlyDictionary<Feature, double> known, IReadOnlyDictionary<Feature, double> told, bool isOwn)
    {
        Dictionary<Feature, double> values = new(known);
        foreach (var (feature, value) in told)
        {
            if (!double.IsFinite(value))
            {
                continue;
            }

            if (isOwn)
            {
                values[feature] = value;
            }
            else
            {
                values.TryAdd(feature, value);
            }
        }

        return values;
    }

    private KnownSound? Find(int track)
    {
        _find.Set(track);
        using var row = _find.ExecuteReader();
        if (!row.Read())
        {
            return null;
        }

        Dictionary<Feature, double> values = [];
        foreach (var feature in Features.Thirteen.Where(feature => !row.IsDBNull((int)feature + 1)))
        {
            values.Add(feature, row.GetDouble((int)feature + 1));
        }

        return new KnownSound(row.GetString(0), values);
    }
}
