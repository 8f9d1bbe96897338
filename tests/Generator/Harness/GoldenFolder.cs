using System.Collections.Immutable;
using System.Reflection;

namespace DoOAuth.Generator.Tests.Harness;

/// <summary>
/// The emitted files of a shape as they should be, under <c>Golden/</c>. To renew them after a wanted change, run the tests
/// with <c>DOOAUTH_RENEW_GOLDEN=1</c>, read the difference that git shows, and commit it.
/// </summary>
internal static class GoldenFolder
{
    private const string Switch = "DOOAUTH_RENEW_GOLDEN";

    // A golden file says what is emitted, not by which version.
    private const string AnyVersion = "\"DoOAuth.Generator\", \"0.0.0\"";

    private static readonly string ThisVersion =
        $"\"DoOAuth.Generator\", \"{typeof(DigitalOceanOAuthGenerator).Assembly.GetName().Version!.ToString(3)}\"";

    private static readonly string Root = typeof(GoldenFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "GoldenFolder").Value!;

    /// <summary>The names of all shapes that there are golden files of.</summary>
    public static IEnumerable<string> Shapes => Directory.EnumerateDirectories(Root).Select(Path.GetFileName).OfType<string>();

    /// <summary>The golden files of a shape, after they were renewed if that is asked for.</summary>
    public static IReadOnlyDictionary<string, string> Read(string shape, ImmutableSortedDictionary<string, string> emitted)
    {
        var folder = Path.Combine(Root, shape);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Renew(folder, emitted);
        }

        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.g.cs").ToDictionary(
                file => Path.GetFileName(file),
                file => File.ReadAllText(file).ReplaceLineEndings("\n").Replace(AnyVersion, ThisVersion, StringComparison.Ordinal))
            : throw new InvalidOperationException($"There are no golden files at {folder}: run the tests with {Switch}=1 and read what it writes.");
    }

    private static void Renew(string folder, ImmutableSortedDictionary<string, string> emitted)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        if (emitted.IsEmpty)
        {
            // Git keeps no empty folder.
            File.WriteAllText(Path.Combine(folder, "nothing.txt"), "Nothing is emitted for this shape.\n");
        }

        foreach (var (name, text) in emitted)
        {
            File.WriteAllText(Path.Combine(folder, name), text.Replace(ThisVersion, AnyVersion, StringComparison.Ordinal));
        }
    }
}
