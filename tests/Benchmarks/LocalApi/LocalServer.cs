using System.Diagnostics;
using System.Globalization;
using DoOAuth.Benchmarks.Applications;

namespace DoOAuth.Benchmarks.LocalApi;

/// <summary>A local API that can be measured.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Program">The program that starts it.</param>
/// <param name="Arguments">The program's arguments for a port.</param>
/// <param name="Token">What requests authenticate with.</param>
internal sealed record LocalServer(string Name, string Program, Func<string, string[]> Arguments, string Token)
{
    /// <summary>Starts it on a free port.</summary>
    public AppProcess Start() => AppProcess.Start(port => new ProcessStartInfo(Program, Arguments(port.ToString(CultureInfo.InvariantCulture))));
}
