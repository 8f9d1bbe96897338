using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers.Tests.Compiling;

/// <summary>A file of a user's project that is not source.</summary>
internal sealed class ProjectFile(string path, string text) : AdditionalText
{
    /// <summary>The file of scopes.</summary>
    public const string Scopes = "DigitalOceanScopes.txt";

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
