using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Reads and writes the rows of one survey within a transaction.</summary>
internal sealed class AnswerRows(WriteTransaction write, string source)
{
    /// <summary>What is stored of the rows that tells them apart.</summary>
    public async Task<List<StoredAnswer>> KnownAsync(CancellationToken cancellationToken)
    {
        await using var find = write.Command("SELECT id, ordinal, row_hash FROM survey_answers WHERE listener_id = @listener AND source = @source", "listener", "source");
        find.Set(write.ListenerId, source);
        await using var rows = await find.ExecuteReaderAsync(cancellationToken);
        List<StoredAnswer> known = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            known.Add(new StoredAnswer(rows.GetString(0), rows.GetInt32(1), rows.GetString(2), "", "", []));
        }

        return known;
    }

    /// <summary>Brings what is stored to what was read, writing only rows that differ.</summary>
    /// <returns>How many were added, changed and removed.</returns>
    public (int Added, int Changed, int Removed) Replace(IReadOnlyCollection<StoredAnswer> known, IReadOnlyCollection<StoredAnswer> read, CancellationToken cancellationToken)
    {
        var before = known.ToDictionary(static answer => answer.Id, StringComparer.Ordinal);
        using var store = write.Command(
            """
            INSERT INTO survey_answers (listener_id, source, id, ordinal, row_hash, name_hash, shown_name, cells)
            VALUES (@listener, @source, @id, @ordinal, @hash, @name, @shown, @cells)
            ON CONFLICT (listener_id, source, id) DO UPDATE SET
              ordinal = excluded.ordinal, row_hash = excluded.row_hash, name_hash = excluded.name_hash, shown_name = excluded.shown_name, cells = excluded.cells
            """,
            "listener", "source", "id", "ordinal", "hash", "name", "shown", "cells");
        using var move = write.Command(
            "UPDATE survey_answers SET ordinal = @ordinal WHERE listener_id = @listener AND source = @source AND id = @id", "ordinal", "listener", "source", "id");
        int added = 0, changed = 0;
        foreach (var answer in read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isKnown = before.Remove(answer.Id, out var old);
            if (old is null || old.RowHash != answer.RowHash)
            {
                store.Run(write.ListenerId, source, answer.Id, answer.Ordinal, answer.RowHash, answer.NameHash, answer.ShownName, SurveyJson.Write(answer.Cells));
                added += isKnown ? 0 : 1;
                changed += isKnown ? 1 : 0;
            }
            else if (old.Ordinal != answer.Ordinal)
            {
                move.Run(answer.Ordinal, write.ListenerId, source, answer.Id);
            }
        }

        Remove(before.Keys);
        return (added, changed, before.Count);
    }

    private void Remove(IEnumerable<string> ids)
    {
        using var remove = write.Command("DELETE FROM survey_answers WHERE listener_id = @listener AND source = @source AND id = @id", "listener", "source", "id");
        foreach (var id in ids)
        {
            remove.Run(write.ListenerId, source, id);
        }
    }

}
