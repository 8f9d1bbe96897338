using System.Globalization;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Benchmarks.FirstRun;

/// <summary>
/// A process that runs a generator for the first time, as a build does that starts its compiler: in the SDK's compiler, which is compiled
/// ahead, with the runtime's settings of the SDK's compiler. It prints the milliseconds that it took.
/// </summary>
internal static class CompilerWithGenerator
{
    /// <summary>By which this program is such a process.</summary>
    public const string Command = "compiler-with-generator";

    /// <summary>The SDK's compiler.</summary>
    public static string Folder => TestBuild.Value("CompilerFolder");

    /// <summary>Runs it. What follows uses the compiler, so it is loaded once more, into the compiler's context.</summary>
    public static int Run(string[] args)
    {
        var compiler = new FolderContext(Folder, FolderContext.Default, "Microsoft.CodeAnalysis");
        var run = compiler.LoadFromAssemblyPath(typeof(FirstRun).Assembly.Location).GetType(typeof(FirstRun).FullName!, throwOnError: true)!;
        var took = (TimeSpan)run.GetMethod(nameof(FirstRun.Measure))!.Invoke(null, [args])!;
        Console.Out.WriteLine(took.TotalMilliseconds.ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }
}
