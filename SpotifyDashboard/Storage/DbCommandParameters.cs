using System.Data.Common;

namespace SpotifyDashboard.Storage;

/// <summary>Gives commands of either provider their parameters.</summary>
internal static class DbCommandParameters
{
    /// <summary>Adds a parameter with its value.</summary>
    public static void AddParameter(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
