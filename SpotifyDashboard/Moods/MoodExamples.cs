namespace SpotifyDashboard.Moods;

/// <summary>Examples of the mood map in the API description.</summary>
internal static class MoodExamples
{
    public const string Report =
        """
        { "features": [ "danceability", "energy" ], "k": 2, "trackCount": 380, "coverage": { "withFeatures": 380, "total": 412 },
          "inertia": 402.7, "silhouette": 0.31, "stability": 0.99, "explainedVariance": [ 0.74, 0.26, 0 ],
          "clusters": [
            { "id": 0, "name": "Danceable · energetic", "was": "Danceable", "share": 0.58, "trackCount": 221, "centroid": { "danceability": 0.74, "energy": 0.69 }, "representatives": [ "0aFakeTrack00000000001" ] },
            { "id": 1, "name": "Calm · hardly danceable", "was": null, "share": 0.42, "trackCount": 159, "centroid": { "danceability": 0.41, "energy": 0.33 }, "representatives": [ "0aFakeTrack00000000002" ] } ],
          "narrative": null, "notes": [] }
        """;

    public const string Count =
        """
        { "features": [ "danceability", "energy" ], "trackCount": 380, "suggested": 2, "groups": "none",
          "reason": "Your tracks are one cloud without natural groups (silhouette at best 0.19): any number is a cut through it. Beyond 2 moods, more help least; 5 is the default. Samples of your tracks give the same 2 again (agreement 0.98 of 1).",
          "default": 5, "numbers": [ { "k": 2, "silhouette": 0.19, "calinskiHarabasz": 102.3, "stability": 0.98, "inertia": 598.1 } ] }
        """;
}
