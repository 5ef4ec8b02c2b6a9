namespace SpotifyDashboard.Survey.Columns;

/// <summary>One column of a survey and what it is taken for.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Header">Its header as written, on one line.</param>
/// <param name="Key">What a choice is remembered under: the header's telling words, with a number where several columns have the same.</param>
/// <param name="Field">What it tells; null where it is not used.</param>
/// <param name="IsChosen">Whether the owner said so.</param>
/// <param name="IsPrivate">Whether its answers give people away (e-mail, phone, a second name) and so are never stored.</param>
/// <param name="Remark">What the owner should look at, in a sentence; null where nothing.</param>
public sealed record MappedColumn(int Index, string Header, string Key, SurveyField? Field, bool IsChosen, bool IsPrivate, string? Remark);
