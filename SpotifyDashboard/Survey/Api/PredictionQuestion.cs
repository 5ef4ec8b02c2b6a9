using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.Survey.Majors;

namespace SpotifyDashboard.Survey.Api;

/// <summary>What a forecast is asked about.</summary>
/// <param name="Features">The thirteen features, null where not given.</param>
/// <param name="TrackId">A track in their place; null where features are given.</param>
internal sealed record PredictionQuestion(ImmutableArray<double?> Features, string? TrackId)
{
    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="RefusedParameterException">It holds neither features nor a track, or something that can't be used.</exception>
    public static PredictionQuestion Of(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedParameterException("body", """The body is an object: { "features": { "energy": 0.8 } } or { "trackId": "…" }.""");
        }

        if (body.EnumerateObject().Select(static field => field.Name).FirstOrDefault(static name => name is not ("features" or "trackId")) is { } unknown)
        {
            throw new RefusedParameterException(unknown, "Known are: features, trackId.");
        }

        var hasFeatures = body.TryGetProperty("features", out var features);
        if (hasFeatures == body.TryGetProperty("trackId", out var track))
        {
            throw new RefusedParameterException("features", "Give either features or trackId.");
        }

        return hasFeatures
            ? new PredictionQuestion(FeaturesOf(features), TrackId: null)
            : new PredictionQuestion([], track.ValueKind == JsonValueKind.String && track.GetString() is { Length: > 0 } id ? id : throw new RefusedParameterException("trackId", "'trackId' is the id of a track as a text."));
    }

    private static ImmutableArray<double?> FeaturesOf(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedParameterException("features", "'features' is an object of Spotify's snake_case keys and numbers.");
        }

        var features = new double?[Listening.Features.Thirteen.Count];
        foreach (var field in given.EnumerateObject())
        {
            var feature = Listening.Features.Parse(field.Name)
                ?? throw new RefusedParameterException(field.Name, $"There is no such feature; known are {string.Join(", ", Listening.Features.Thirteen.Select(Listening.Features.KeyOf))}.");
            features[(int)feature] = field.Value.ValueKind == JsonValueKind.Null ? null : ValueOf(feature, field);
        }

        return [.. features];
    }

    private static double ValueOf(Feature feature, JsonProperty field)
    {
        var (least, most) = FeatureBounds.Of(feature);
        return field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetDouble(out var value) && value >= least && value <= most
            ? value
            : throw new RefusedParameterException(field.Name, string.Create(CultureInfo.InvariantCulture, $"'{field.Name}' is a number from {least} to {most}."));
    }
}
