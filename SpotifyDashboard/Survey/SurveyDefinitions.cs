namespace SpotifyDashboard.Survey;

/// <summary>How the numbers of the survey are counted, as the pages say it; the whole is in <c>docs/statistics.md</c>, and a test compares.</summary>
internal static class SurveyDefinitions
{
    public const string Map =
        "Each point is a respondent whose favourite song has a known sound. The features are brought to one scale over the survey, K-Means splits the songs into at most five clusters, and three principal components place them so that songs that sound alike are near.";

    public const string Groups =
        "Answers that differ in case, spaces or punctuation only count as one, and so do a few short forms of majors (“CS” is computer science). The sound of a group is the mean over its songs, in deviations from the mean of all songs of the survey.";

    public const string Score =
        "100 × exp(−m ÷ 2), where m is the mean squared deviation of the features from the survey's mean: 100 is the very middle of the survey, 61 the usual distance from it, and near 0 is unlike everybody.";

    public const string TwinBySound =
        "The cosine between two songs' features, each in deviations from the survey's mean: 1 where both stand out in the same way, 0 where they have nothing in common, −1 where they are opposites.";

    public const string TwinByHabits =
        "The mean of two shares: the cosine of the sounds brought to 0–1, and Gower's coefficient over age, hours a day, listening time and year. What one of the two did not answer is not compared.";

    public const string ListenerTwin =
        "Your music DNA is the mean of each feature over your counted plays of the period, told in deviations from the survey's mean and compared with each respondent's song by the cosine. A mean of many tracks stands nearer to the middle than one song does, so your score tends to be high.";

    public const string Matrix =
        "Each cell is the cosine between two respondents' songs. Rows and columns are in the order of a hierarchical clustering, so that those who sound alike stand side by side.";

    public const string Forecast =
        "A Random Forest of 100 trees learns majors from the features of favourite songs. It is asked about respondents it did not learn from, in five folds; accuracy is the share it got right, macro-F1 the mean of how well each major is found, and the intervals are of 95 %. It counts as better than guessing only where both beat always answering the most frequent major by more than chance explains.";

    public const string Prediction =
        "Confidence is the share that the trees give to the most probable major. Calibrated confidence is the same after what cross-validation taught about such answers: of those given with 40 %, 40 % should be right. A respondent is always judged by a forest that did not learn from them.";

    public const string Importance =
        "The accuracy that is lost when the values of one feature are shuffled among respondents the forest did not learn from, as a mean over 30 shuffles ± one standard deviation. About 0 or below means that the feature is of no use.";
}
