using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Architecture.Tests;

/// <summary>A project's source by folder, and which folder uses types of which. "." is the project's own folder.</summary>
internal sealed class SourceFolders
{
    private static readonly string Root = typeof(SourceFolders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    private static readonly string[] GlobalUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json",
        "System.Threading", "System.Threading.Tasks", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    private static readonly ConcurrentDictionary<string, SourceFolders> Known = new();

    private readonly CSharpCompilation _compilation;
    private readonly Lazy<IReadOnlyCollection<FolderUse>> _uses;

    private SourceFolders(CSharpCompilation compilation)
    {
        _compilation = compilation;
        _uses = new(() => [.. Trees.SelectMany(UsesOf).Distinct()]);
    }

    /// <summary>The folders that hold source.</summary>
    public IEnumerable<string> Names => Trees.Select(tree => FolderOf(tree.FilePath)).Distinct();

    private IEnumerable<SyntaxTree> Trees => _compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0);

    /// <summary>The source of a project.</summary>
    /// <param name="project">Its folder in the repository.</param>
    public static SourceFolders Of(string project) => Known.GetOrAdd(project, ReadProject);

    private static SourceFolders ReadProject(string project)
    {
        var folder = Path.Combine(Root, project);
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"));
        return Read(project, files.ToDictionary(file => file, file => File.ReadAllText(Path.Combine(folder, file))));
    }

    /// <summary>Source that is given.</summary>
    /// <param name="name">The assembly's name.</param>
    /// <param name="files">The text of each file, by its path in the project.</param>
    public static SourceFolders Read(string name, IReadOnlyDictionary<string, string> files)
    {
        var usings = CSharpSyntaxTree.ParseText(string.Concat(GlobalUsings.Select(line => $"global using {line};\n")));
        return new(CSharpCompilation.Create(name,
            [usings, .. files.Select(file => CSharpSyntaxTree.ParseText(file.Value, path: file.Key))], References()));
    }

    /// <summary>Each use of a type of another folder, once a file.</summary>
    public IReadOnlyCollection<FolderUse> Uses() => _uses.Value;

    private IEnumerable<FolderUse> UsesOf(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        var folder = FolderOf(tree.FilePath);
        return from node in tree.GetRoot().DescendantNodes()
               where node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax && !IsUsing(node)
               from type in TypesOf(model, node)
               from place in type.DeclaringSyntaxReferences
               where place.SyntaxTree != tree && FolderOf(place.SyntaxTree.FilePath) != folder
               select new FolderUse(folder, FolderOf(place.SyntaxTree.FilePath), Path.GetFileName(tree.FilePath), type.Name);
    }

    // A using directive alone uses nothing; what it brings in is found where it is named.
    private static bool IsUsing(SyntaxNode node) => node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { StaticKeyword.RawKind: 0, Alias: null };

    private static IEnumerable<INamedTypeSymbol> TypesOf(SemanticModel model, SyntaxNode node)
    {
        var info = model.GetSymbolInfo(node);
        foreach (var symbol in info.Symbol is { } sure ? [sure] : info.CandidateSymbols)
        {
            var owner = symbol as INamedTypeSymbol ?? (symbol is INamespaceSymbol ? null : symbol.ContainingType);
            for (var type = owner; type is not null; type = type.ContainingType)
            {
                yield return type.OriginalDefinition;
            }
        }

        // The type of a value counts as well: `var x = Make()` uses what Make returns.
        if (model.GetTypeInfo(node).Type is INamedTypeSymbol value)
        {
            yield return value.OriginalDefinition;
        }
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(path)!.Replace('\\', '/') is { Length: > 0 } folder ? folder : ".";

    // The assemblies in the test's folder, the framework included, without our own assemblies, whose types would be there twice.
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("DoOAuth", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));
}
