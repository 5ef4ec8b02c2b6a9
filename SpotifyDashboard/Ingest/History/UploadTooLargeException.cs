namespace SpotifyDashboard.Ingest.History;

/// <summary>An upload is larger than the setting allows.</summary>
internal sealed class UploadTooLargeException(long limit)
    : Exception(FormattableString.Invariant($"The upload is larger than {limit >> 20:N0} MB. Raise the setting Import:MaxUploadMb, or import the file by the command: -- import FILE."));
