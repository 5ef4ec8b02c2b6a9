using System.Globalization;
using System.Xml.Linq;

namespace SpotifyDashboard.Statistics.Cards;

/// <summary>Draws one card as SVG that needs nothing but itself. Texts are XML nodes, so no name can end an element.</summary>
public sealed class CardCanvas
{
    private const string Sans = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif";
    private const string Mono = "ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace";
    private const double Ascent = 1.15;
    private const double LineBox = 1.6;

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    private readonly XElement _root;

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="words">The card in words.</param>
    public CardCanvas(int width, int height, string words)
    {
        _root = new XElement(
            s_svg + "svg",
            new XAttribute("width", width),
            new XAttribute("height", height),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "title words"),
            new XElement(s_svg + "title", new XAttribute("id", "title"), "A share card of Spotify Dashboard"),
            new XElement(s_svg + "desc", new XAttribute("id", "words"), words));
    }

    /// <summary>A filled rectangle.</summary>
    public void Box(double x, double y, double width, double height, string fill, double radius = 0) =>
        _root.Add(Element("rect", ("x", x), ("y", y), ("width", Math.Max(0, width)), ("height", Math.Max(0, height)), ("rx", radius), ("fill", fill)));

    /// <summary>A line or outline.</summary>
    public void Path(string d, string stroke, double width, string fill = "none", string? dashes = null) =>
        _root.Add(Element("path", ("d", d), ("stroke", stroke), ("stroke-width", width), ("stroke-linecap", "round"), ("fill", fill), ("stroke-dasharray", dashes)));

    /// <summary>One line of text that never leaves its place: cut with an ellipsis by its guessed width, and by the picture where the guess was wrong.</summary>
    /// <param name="x">Left end of its place.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="width">Width of its place.</param>
    /// <param name="text">A cleaned text.</param>
    /// <param name="style">How it looks.</param>
    public void Text(double x, double y, double width, string text, CardStyle style)
    {
        var (anchor, at) = style.Align switch
        {
            CardAlign.End => ("end", width),
            CardAlign.Middle => ("middle", width / 2),
            _ => ("start", 0d),
        };
        var line = Element(
            "text",
            ("x", at),
            ("y", style.Size * Ascent),
            ("font-family", style.IsMono ? Mono : Sans),
            ("font-size", style.Size),
            ("font-weight", style.Weight),
            ("text-anchor", anchor),
            ("fill", style.Fill),
            ("letter-spacing", style.Spacing == 0 ? null : style.Spacing));
        line.Add(CardText.Isolate(CardText.Fit(text, style.GuessedSize, width)));

        // An inner picture shows nothing beyond its own edges.
        var place = Element("svg", ("x", x), ("y", y - (style.Size * Ascent)), ("width", width), ("height", style.Size * LineBox), ("overflow", "hidden"));
        place.Add(line);
        _root.Add(place);
    }

    /// <summary>The dashboard's mark, 24 × 24 at scale 1.</summary>
    public void Mark(double x, double y, double scale, string stroke)
    {
        var mark = Element("path", ("d", "M3 14v-4M7.5 18V6M12 15V9M16.5 20V4M21 13.5v-3"), ("stroke", stroke), ("stroke-width", 2.5), ("stroke-linecap", "round"), ("fill", "none"));
        mark.Add(new XAttribute("transform", string.Create(CultureInfo.InvariantCulture, $"translate({x:0.##} {y:0.##}) scale({scale:0.##})")));
        _root.Add(mark);
    }

    /// <summary>Bars around a middle line, one for each point of a wave.</summary>
    public void Wave(double x, double y, double width, double height, IReadOnlyList<double> points, string fill)
    {
        var step = width / Math.Max(1, points.Count);
        var bar = Math.Min(step * 0.62, height / 6);
        for (var i = 0; i < points.Count; i++)
        {
            var tall = Math.Max(bar, height * points[i]);
            Box(x + (step * (i + 0.5)) - (bar / 2), y + ((height - tall) / 2), bar, tall, fill, bar / 2);
        }
    }

    /// <summary>The card as text.</summary>
    public override string ToString() => _root.ToString(SaveOptions.DisableFormatting);

    private static XElement Element(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        var element = new XElement(s_svg + name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                element.Add(new XAttribute(attribute, value is double number ? number.ToString("0.##", CultureInfo.InvariantCulture) : value));
            }
        }

        return element;
    }
}
