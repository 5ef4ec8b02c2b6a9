namespace SpotifyDashboard.Storage;

/// <summary>Where a listener wants mail and which. There is no row for one who wants none.</summary>
public sealed class MailSettingRow
{
    public int ListenerId { get; set; }

    /// <summary>The listener's mail address; never logged.</summary>
    public required string Recipient { get; set; }

    /// <summary>How often a report comes.</summary>
    public MailRhythm Rhythm { get; set; }

    /// <summary>Whether warnings come: consent that ends, plays that can't be read.</summary>
    public bool Warns { get; set; }

    /// <summary>Since when reports come in this rhythm (UTC): what was due before is not sent.</summary>
    public DateTimeOffset Since { get; set; }
}
