using System.Reflection;
using Microsoft.AspNetCore.Mvc;

namespace SpotifyDashboard.Session;

/// <summary>What every endpoint of the API does with its query: an unknown parameter and an unusable value answer 400 and are named.</summary>
internal static class QueryRules
{
    /// <summary>Refuses query parameters that no parameter of the handler stands for, and answers <see cref="RefusedParameterException"/>.</summary>
    /// <remarks>Known are the handler's parameters of type <see cref="string"/> (or an array of it), numbers, Booleans and the like, by name or <see cref="FromQueryAttribute.Name"/>.</remarks>
    public static TBuilder WithQueryRules<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilterFactory(static (handler, next) =>
    {
        var known = handler.MethodInfo.GetParameters().Select(NameOf).OfType<string>().ToArray();
        return context => InvokeAsync(context, next, known);
    });

    private static async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, string[] known)
    {
        var unknown = context.HttpContext.Request.Query.Keys.FirstOrDefault(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            return Refuse(unknown, known.Length == 0 ? "No parameter is known here." : $"Known are: {string.Join(", ", known)}.", $"The parameter '{unknown}' is unknown.");
        }

        try
        {
            return await next(context);
        }
        catch (RefusedParameterException exception)
        {
            return Refuse(exception.Parameter, exception.Message, $"The parameter '{exception.Parameter}' can't be used.");
        }
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Refuse(string parameter, string detail, string title) => TypedResults.Problem(
        detail,
        statusCode: StatusCodes.Status400BadRequest,
        title: title,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["parameter"] = parameter });

    private static string? NameOf(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var isPlain = type == typeof(string) || type == typeof(string[]) || type.IsPrimitive || type.IsEnum || type == typeof(DateOnly);
        var told = parameter.GetCustomAttribute<FromQueryAttribute>();
        return told is not null || isPlain ? told?.Name ?? parameter.Name : null;
    }
}
