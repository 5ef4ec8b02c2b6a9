namespace SpotifyDashboard.Survey.Api;

/// <summary>Examples of the survey in the API description.</summary>
internal static class SurveyExamples
{
    public const string Respondents =
        """
        [ { "id": "sample-01", "nameHash": "5f2c0a4e", "timestamp": "2026-09-14T08:12:00+00:00", "age": 21, "major": "Psychology", "year": "Third year", "hometown": "Lakeview", "favoriteSong": "Kitchen Light",
            "artist": "Hazel & Oak", "hoursPerDay": 2.5, "listeningTime": "In the evening", "trackId": "sample0000000000000001", "popularity": 41, "genres": [ "folk" ],
            "features": { "danceability": 0.48, "energy": 0.29, "key": 7, "loudness": -12.6, "mode": 1, "speechiness": 0.04, "acousticness": 0.84, "instrumentalness": 0.06, "liveness": 0.12, "valence": 0.38, "tempo": 101, "duration_ms": 231000, "time_signature": 4 },
            "cluster": 1, "pca": [ -2.1034, 0.4127, 0.9311 ], "musicDnaScore": 58.3, "isSample": true } ]
        """;

    public const string Twins =
        """
        [ { "id": "sample-17", "similarity": 0.914203, "shared": [ "acoustic", "low energy", "year Third year" ], "different": [ "faster", "1.5 h a day more" ] } ]
        """;

    public const string Prediction =
        """
        { "major": "Music", "confidence": 0.41, "calibratedConfidence": 0.29, "probabilities": { "Music": 0.41, "Biology": 0.22, "Psychology": 0.37 },
          "importance": [ { "feature": "acousticness", "mean": 0.031, "deviation": 0.018 } ], "assumed": [],
          "evaluation": { "respondents": 47, "accuracy": 0.34, "macroF1": 0.29, "majorityBaseline": 0.36, "verdict": "no better than guessing",
            "accuracyInterval": [ 0.22, 0.48 ], "macroF1Interval": [ 0.18, 0.41 ], "majorityBaselineInterval": [ 0.24, 0.5 ] } }
        """;
}
