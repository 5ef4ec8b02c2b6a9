using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey.Columns;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Changes what is stored of a survey when its owner says otherwise about columns or names.</summary>
internal sealed class SurveyResealing(StorageWriter writer, SurveyRosters rosters, SurveyKeys keys)
{
    /// <summary>Stores a new mapping; answers that give people away by it are hashed or left out at once.</summary>
    /// <returns>Whether a column is wanted whose answers were left out so far, so that the source must be read again.</returns>
    public async Task<bool> MapAsync(SurveyRow survey, ColumnMapping before, ColumnMapping after, Dictionary<string, string> choices, CancellationToken cancellationToken)
    {
        var seal = await keys.GetAsync(cancellationToken);
        var rows = await rosters.RowsAsync(survey, cancellationToken);
        var sealing = new AnswerSealing(seal, survey.ListenerId, survey.Source, after, survey.HashNames);
        var (wasName, name) = (before.IndexOf(SurveyField.Name), after.IndexOf(SurveyField.Name));
        bool[] isLeftOut = [.. after.Columns.Select(static column => column.IsPrivate || column.Field == SurveyField.Name)];
        var needsReading = false;
        for (var column = 0; column < isLeftOut.Length; column++)
        {
            var was = before.Columns[column].IsPrivate || before.Columns[column].Field == SurveyField.Name;
            needsReading |= was && column != wasName && after.Columns[column].Field is not null;
            needsReading |= was && column == wasName && column != name && !isLeftOut[column];
        }

        var changed = rows.ConvertAll(row => wasName == name ? WithoutPrivate(row, isLeftOut) : WithoutPrivate(Renamed(row, name, sealing), isLeftOut));
        await using var write = await writer.BeginAsync(survey.ListenerId, cancellationToken);
        Rewrite(write, survey.Source, rows, changed);
        await using var store = write.Command(
            "UPDATE surveys SET choices = @choices, name_column = @name, version = version + 1 WHERE listener_id = @listener AND source = @source", "choices", "name", "listener", "source");
        store.Set(SurveyJson.Write(choices), name < 0 ? null : name, survey.ListenerId, survey.Source);
        await store.ExecuteNonQueryAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return needsReading;
    }

    /// <summary>Switches the hashing of names; on, the names stored so far become initials.</summary>
    public async Task HashNamesAsync(SurveyRow survey, bool on, CancellationToken cancellationToken)
    {
        var rows = await rosters.RowsAsync(survey, cancellationToken);
        await using var write = await writer.BeginAsync(survey.ListenerId, cancellationToken);
        if (on)
        {
            Rewrite(write, survey.Source, rows, rows.ConvertAll(static row => row with { ShownName = NameGuise.InitialsOf(row.ShownName) }));
        }

        await using var store = write.Command(
            "UPDATE surveys SET hash_names = @on, version = version + 1 WHERE listener_id = @listener AND source = @source", "on", "listener", "source");
        store.Set(on, survey.ListenerId, survey.Source);
        await store.ExecuteNonQueryAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Deletes a survey with its answers.</summary>
    public async Task DeleteAsync(int listenerId, SurveySource source, CancellationToken cancellationToken)
    {
        await using var write = await writer.BeginAsync(listenerId, cancellationToken);
        foreach (var table in new[] { "survey_answers", "surveys" })
        {
            await using var delete = write.Command($"DELETE FROM {table} WHERE listener_id = @listener AND source = @source", "listener", "source");
            delete.Set(listenerId, SourceNames.Of(source));
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
    }

    private static StoredAnswer Renamed(StoredAnswer row, int name, AnswerSealing sealing)
    {
        var told = name >= 0 && name < row.Cells.Length ? row.Cells[name] : "";
        return row with { NameHash = sealing.NameHash(told), ShownName = sealing.ShownName(told) };
    }

    private static StoredAnswer WithoutPrivate(StoredAnswer row, bool[] isLeftOut) =>
        row with { Cells = [.. row.Cells.Select((cell, column) => column < isLeftOut.Length && isLeftOut[column] ? "" : cell)] };

    private static void Rewrite(WriteTransaction write, string source, List<StoredAnswer> before, List<StoredAnswer> after)
    {
        using var update = write.Command(
            "UPDATE survey_answers SET name_hash = @name, shown_name = @shown, cells = @cells WHERE listener_id = @listener AND source = @source AND id = @id",
            "name", "shown", "cells", "listener", "source", "id");
        for (var i = 0; i < after.Count; i++)
        {
            var (old, row) = (before[i], after[i]);
            if (old.NameHash != row.NameHash || old.ShownName != row.ShownName || !old.Cells.AsSpan().SequenceEqual(row.Cells))
            {
                update.Run(row.NameHash, row.ShownName, SurveyJson.Write(row.Cells), write.ListenerId, source, row.Id);
            }
        }
    }
}
