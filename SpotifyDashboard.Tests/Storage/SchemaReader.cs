using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>Reads what a database says of its own tables, one line for each column, key and index, in a fixed order.</summary>
/// <remarks>Names of keys are left out: the model's create script and a migration may call a foreign key differently; index names are part of the model.</remarks>
internal static class SchemaReader
{
    private const string Sqlite =
        """
        SELECT 'column ' || t.name || '.' || c.name || ' ' || c.type || CASE c."notnull" WHEN 1 THEN ' not null' ELSE ' null' END
               || ' default ' || coalesce(c.dflt_value, 'none') || CASE WHEN t.sql LIKE '%AUTOINCREMENT%' AND c.pk = 1 THEN ' identity' ELSE '' END
        FROM sqlite_master t, pragma_table_xinfo(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT 'key ' || t.name || ' (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY pk)) || ')'
        FROM sqlite_master t
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT 'foreign key ' || t.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' on delete ' || f.on_delete || ' on update ' || f.on_update
        FROM sqlite_master t, pragma_foreign_key_list(t.name) f
        WHERE t.type = 'table'
        UNION ALL
        SELECT 'index ' || i.name || ' on ' || t.name || ' (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')'
               || CASE i."unique" WHEN 1 THEN ' unique' ELSE '' END
               || CASE i.partial WHEN 1 THEN (SELECT substr(sql, instr(sql, ' WHERE ')) FROM sqlite_master WHERE name = i.name) ELSE '' END
        FROM sqlite_master t, pragma_index_list(t.name) i
        WHERE t.type = 'table' AND i.origin = 'c'
        ORDER BY 1
        """;

    private const string Postgres =
        """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE ' null' END
               || ' default ' || coalesce(column_default, 'none') || CASE is_identity WHEN 'YES' THEN ' identity ' || identity_generation ELSE '' END
        FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT CASE contype WHEN 'p' THEN 'key ' ELSE 'foreign key ' END || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u', 'c') AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        UNION ALL
        SELECT 'index ' || indexdef
        FROM pg_indexes
        WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
          AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE contype = 'p')
        ORDER BY 1
        """;

    public static async Task<IReadOnlyList<string>> ReadAsync(TestDatabase database) =>
        [.. (await database.RowsAsync(database.Provider == DatabaseProvider.Sqlite ? Sqlite : Postgres)).Select(row => row[0]!)];
}
