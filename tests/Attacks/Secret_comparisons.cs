using System.Reflection;
using System.Text.RegularExpressions;

namespace DoOAuth.Tests;

/// <summary>
/// How long a comparison takes tells how much of a guess was right. The runtime compares no secret with anything that a request brings: state and
/// cookies are authenticated by the framework's data protection, codes and tokens by DigitalOcean. Who adds a comparison is asked for a fixed time.
/// </summary>
public sealed partial class Secret_comparisons
{
    private static readonly string Runtime = Path.Combine(
        typeof(Secret_comparisons).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!, "runtime");

    [Fact]
    public void No_source_of_the_runtime_compares_a_secret()
    {
        var sources = Directory.EnumerateFiles(Runtime, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin")).ToList();
        var lines = sources.SelectMany(file => File.ReadLines(file).Select((line, place) => (Place: $"{file}:{place + 1}", Line: line))).ToList();

        Assert.True(sources.Count > 50, "Hardly any source was found.");
        Assert.DoesNotContain(lines, line => Comparison().IsMatch(line.Line) && !line.Line.Contains("FixedTimeEquals", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("if (tokens.AccessToken == sent)")]
    [InlineData("if (sent != options.ClientSecret)")]
    [InlineData("return string.Equals(secret, sent, StringComparison.Ordinal);")]
    [InlineData("return hash.SequenceEqual(codeVerifier);")]
    [InlineData("if (state.Equals(other, StringComparison.Ordinal))")]
    public void A_comparison_would_be_found(string line) => Assert.Matches(Comparison(), line);

    [Theory]
    [InlineData("if (tokens.RefreshToken is null)")]
    [InlineData("if (status == HttpStatusCode.Unauthorized)")]
    [InlineData("cancellationToken.ThrowIfCancellationRequested();")]
    [InlineData("if (outcome.Tokens.Generation != tokens.Generation)")]
    public void What_is_none_is_not(string line) => Assert.DoesNotMatch(Comparison(), line);

    private const string Secret = @"\w*(?:accessToken|refreshToken|secret|verifier|password|cookieValue|(?<!\w)state|(?<!\w)code)(?:Value|Text)?";

    [GeneratedRegex($@"\b{Secret}\b\s*[!=]=(?!\s*null)|[!=]=\s*(?:\w+\.)*{Secret}\b(?!\.)|Equals?\([^)]*\b{Secret}\b|\b{Secret}\.(?:Sequence)?Equals?\(", RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();
}
