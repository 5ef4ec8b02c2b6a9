namespace SpotifyDashboard.Components.Charts;

/// <summary>A way through a cloud of points, walked up to one of its stations. Changing it does not send the points again.</summary>
/// <param name="Places">Stations × dimensions as 32-bit floats, station by station; see <see cref="PointCloudFigure.Pack"/>.</param>
/// <param name="Dimensions">2 or 3; drawn on a cloud of as many.</param>
/// <param name="At">Index of the current station.</param>
/// <param name="Name">What is written there: "Mar 2026".</param>
/// <param name="Lit">One bit per point of the cloud, the lowest first: those that stand out while the others fade.</param>
public sealed record CloudPath(byte[] Places, int Dimensions, int At, string Name, byte[] Lit);
