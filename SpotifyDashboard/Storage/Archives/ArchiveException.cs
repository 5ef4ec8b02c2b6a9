namespace SpotifyDashboard.Storage.Archives;

/// <summary>An archive can't be written, read or restored; the message is a sentence for the owner.</summary>
internal sealed class ArchiveException(string message, Exception? innerException = null) : Exception(message, innerException);
