using System.Globalization;
using System.Text;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Finds <c>description</c> in a JSON text that is still arriving, and hands out its sentences as each is complete.</summary>
/// <param name="facts">Names in them may hold full stops.</param>
internal sealed class DescriptionReader(NarrativeFacts facts)
{
    private const string Wanted = "description";
    private const int HexDigits = 4;

    private readonly StringBuilder _description = new();
    private readonly StringBuilder _key = new();
    private readonly StringBuilder _hex = new();
    private StringBuilder? _into;
    private int _depth;
    private int _told;
    private bool _isString;
    private bool _isKey;
    private bool _isEscape;
    private bool _isHex;
    private bool _isComplete;

    /// <summary>Takes a piece in.</summary>
    /// <returns>The sentences that are complete with it and were not before, in order.</returns>
    public IReadOnlyList<string> Add(string piece)
    {
        foreach (var sign in piece)
        {
            if (_isComplete)
            {
                break;
            }

            if (_isString)
            {
                ReadInString(sign);
            }
            else
            {
                ReadOutside(sign);
            }
        }

        // A word that is not whole yet misleads: "18. Okto" looks like two sentences, "18. Oktober" does not.
        var text = _description.ToString();
        var whole = _isComplete ? text : text[..(text.LastIndexOf(' ') + 1)];
        var sentences = SentenceSplitter.Split(Folding.Whole(whole).Trim(), facts).ToList();

        // The last may still go on.
        var complete = _isComplete ? sentences.Count : Math.Max(0, sentences.Count - 1);
        var fresh = sentences.Take(complete).Skip(_told).ToList();
        _told = Math.Max(_told, complete);
        return fresh;
    }

    private void ReadOutside(char sign)
    {
        switch (sign)
        {
            case '{' or '[':
                _depth++;
                _isKey = _depth == 1;
                break;
            case '}' or ']':
                _depth--;
                break;
            case ':' when _depth == 1:
                _isKey = false;
                break;
            case ',' when _depth == 1:
                _isKey = true;
                break;
            case '"' when _depth >= 1:
                _isString = true;
                _into = _depth != 1 ? null : _isKey ? _key.Clear() : _key.Equals(Wanted) ? _description : null;
                break;
        }
    }

    private void ReadInString(char sign)
    {
        if (_isHex)
        {
            ReadHex(sign);
        }
        else if (_isEscape)
        {
            _isEscape = false;
            _isHex = sign == 'u';
            if (!_isHex)
            {
                _into?.Append(sign is 'n' or 'r' or 't' or 'b' or 'f' ? ' ' : sign);
            }
        }
        else if (sign == '\\')
        {
            _isEscape = true;
        }
        else if (sign == '"')
        {
            _isString = false;
            _isComplete = _into == _description;
        }
        else
        {
            _into?.Append(char.IsWhiteSpace(sign) ? ' ' : sign);
        }
    }

    private void ReadHex(char sign)
    {
        _hex.Append(sign);
        if (_hex.Length < HexDigits)
        {
            return;
        }

        if (ushort.TryParse(_hex.ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            _into?.Append(char.IsWhiteSpace((char)code) ? ' ' : (char)code);
        }

        _hex.Clear();
        _isHex = false;
    }
}
