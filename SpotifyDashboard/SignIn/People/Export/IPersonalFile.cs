namespace SpotifyDashboard.SignIn.People.Export;

/// <summary>A file of its own in the export of everything about a listener, written by the feature that knows its form.</summary>
public interface IPersonalFile
{
    /// <summary>Its name in the archive.</summary>
    string Name { get; }

    /// <summary>What is in it, in a sentence for the README.</summary>
    string About { get; }

    /// <summary>Tables whose rows stand in it, so that they are not written a second time.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Writes it.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="stream">Receives the file; it is not closed.</param>
    /// <param name="cancellationToken">Ends the writing in the middle.</param>
    Task WriteAsync(int listenerId, Stream stream, CancellationToken cancellationToken);
}
