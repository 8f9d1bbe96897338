using System.Text;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests.Combinations;

/// <summary>
/// Which files an app has, by the options that decide it. To renew the list after a wanted change, run the tests with
/// <c>DOOAUTH_RENEW_GOLDEN=1</c>, read the difference that git shows, and commit it.
/// </summary>
internal static class GoldenFileLists
{
    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "tests", "Templates", "Golden", "do-oauth.txt");

    /// <summary>The lists as they should be, after they were renewed if that is asked for.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(IReadOnlyDictionary<string, IReadOnlyList<string>> made)
    {
        if (Environment.GetEnvironmentVariable("DOOAUTH_RENEW_GOLDEN") == "1")
        {
            var text = new StringBuilder();
            foreach (var (key, files) in made.OrderBy(list => list.Key, StringComparer.Ordinal))
            {
                text.Append("# ").Append(key).Append('\n').AppendJoin('\n', files).Append("\n\n");
            }

            File.WriteAllText(Path, text.ToString().TrimEnd() + "\n");
        }

        return File.ReadAllText(Path).Split("# ", StringSplitOptions.RemoveEmptyEntries)
            .Select(section => section.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(lines => lines[0], lines => (IReadOnlyList<string>)lines[1..], StringComparer.Ordinal);
    }
}
