using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;

namespace SpotifyDashboard.Session.Csv;

/// <summary>Gives an endpoint that answers JSON a twin that answers the same as CSV.</summary>
internal static class CsvAnswers
{
    /// <summary>Maps <paramref name="handler"/> under <paramref name="name"/> and, with ".csv" behind it, as a CSV to download.</summary>
    /// <param name="endpoints">The group.</param>
    /// <param name="name">Path within the group, for example <c>trend</c>.</param>
    /// <param name="handler">Answers <see cref="Ok{T}"/> or a problem.</param>
    /// <param name="table">The rows of the CSV.</param>
    /// <param name="summary">What it answers, in a sentence.</param>
    /// <param name="example">An example of the JSON.</param>
    /// <typeparam name="T">What the handler answers.</typeparam>
    public static void MapWithCsv<T>(this IEndpointRouteBuilder endpoints, string name, Delegate handler, Func<T, CsvTable> table, string summary, string example)
    {
        endpoints.MapGet(name, handler).WithSummary(summary).WithExample(example);
        endpoints.MapGet($"{name}.csv", handler)
            .WithSummary($"The same as CSV. {summary}")
            .AddOpenApiOperationTransformer(DescribeCsv)
            .AddEndpointFilter(async (context, next) => Turned(await next(context), table, $"{name}.csv", context.HttpContext.RequestAborted));
    }

    private static object? Turned<T>(object? answer, Func<T, CsvTable> table, string fileName, CancellationToken cancellationToken)
    {
        var result = answer is INestedHttpResult nested ? nested.Result : answer;
        return result is IValueHttpResult<T> { Value: { } value }
            ? TypedResults.Stream(stream => CsvFile.WriteAsync(stream, table(value), cancellationToken), CsvFile.ContentType, fileName)
            : answer;
    }

    private static Task DescribeCsv(Microsoft.OpenApi.OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.Responses?.TryGetValue("200", out var response) is true)
        {
            response.Content?.Clear();
            response.Content?.Add("text/csv", new Microsoft.OpenApi.OpenApiMediaType());
        }

        return Task.CompletedTask;
    }
}
