using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;

namespace SpotifyDashboard.Session;

/// <summary>Puts an example answer beside an endpoint in the API description.</summary>
internal static class ApiExamples
{
    /// <summary>Shows <paramref name="json"/> as the answer of status 200.</summary>
    public static TBuilder WithExample<TBuilder>(this TBuilder endpoint, string json)
        where TBuilder : IEndpointConventionBuilder => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        if (operation.Responses?.TryGetValue("200", out var response) is true && response.Content?.TryGetValue("application/json", out var content) is true)
        {
            content.Example = JsonNode.Parse(json);
        }

        return Task.CompletedTask;
    });
}
