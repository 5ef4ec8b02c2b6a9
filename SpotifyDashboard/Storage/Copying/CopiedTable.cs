using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace SpotifyDashboard.Storage.Copying;

/// <summary>One table that is copied with all its columns.</summary>
/// <param name="Name">Its name, unquoted snake_case.</param>
/// <param name="Columns">Its columns, in the order of the model.</param>
internal sealed record CopiedTable(string Name, IReadOnlyList<CopiedColumn> Columns)
{
    /// <summary>The names of the columns, separated by commas.</summary>
    public string ColumnList { get; } = string.Join(", ", Columns.Select(static column => column.Name));

    /// <summary>The column that the database counts up for new rows; null where there is none.</summary>
    public CopiedColumn? Numbered => Columns.SingleOrDefault(static column => column.IsNumbered);

    /// <summary>Every table of the model, each after those that it refers to: a new entity can't be forgotten.</summary>
    /// <param name="model">The whole model (IDesignTimeModel) of a context on PostgreSQL.</param>
    /// <exception cref="InvalidOperationException">Tables refer to each other in a ring.</exception>
    public static IReadOnlyList<CopiedTable> AllOf(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var ordered = TableOrder.ReferredFirst(model.GetRelationalModel().Tables, static table => table.Name, static table => table.ForeignKeyConstraints.Select(static key => key.PrincipalTable));
        return [.. ordered.Select(static table => new CopiedTable(table.Name, [.. table.Columns.Select(static column => Of(column))]))];
    }

    private static CopiedColumn Of(IColumn column)
    {
        var isNumbered = column.PropertyMappings.Any(static mapping =>
            NpgsqlPropertyExtensions.GetValueGenerationStrategy(mapping.Property) is NpgsqlValueGenerationStrategy.IdentityByDefaultColumn or NpgsqlValueGenerationStrategy.IdentityAlwaysColumn);
        return new CopiedColumn(column.Name, KindOf(column), isNumbered);
    }

    private static CopiedKind KindOf(IColumn column) => column.StoreType switch
    {
        "boolean" => CopiedKind.Boolean,
        "smallint" => CopiedKind.Small,
        "integer" => CopiedKind.Integer,
        "bigint" => CopiedKind.Long,
        "real" => CopiedKind.Single,
        "double precision" => CopiedKind.Double,
        "bytea" => CopiedKind.Bytes,
        "uuid" => CopiedKind.Id,
        "date" => CopiedKind.Day,
        "text" => CopiedKind.Text,
        var type when type.StartsWith("character varying", StringComparison.Ordinal) => CopiedKind.Text,
        var type => throw new InvalidOperationException($"The column {column.Table.Name}.{column.Name} is of the type {type}, which no copy knows."),
    };
}
