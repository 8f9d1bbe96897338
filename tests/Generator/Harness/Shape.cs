using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Generator.Tests.Harness;

/// <summary>A way to write an annotated class, and its project.</summary>
/// <param name="Name">What it shows, which names its folder of golden files.</param>
/// <param name="Sources">The project's files, by name.</param>
internal sealed record Shape(string Name, ImmutableSortedDictionary<string, string> Sources)
{
    /// <summary>Makes a shape of one file.</summary>
    public Shape(string name, string source)
        : this(name, ImmutableSortedDictionary<string, string>.Empty.Add("App.cs", source))
    {
    }

    /// <summary>The language's version; 12 is the oldest that there is code for.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    /// <summary>Whether the project has nullable reference types on.</summary>
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>Whether the project is a program, whose first file may hold statements.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Whether the project references Microsoft.AspNetCore.OpenApi.</summary>
    public bool HasOpenApi { get; init; }

    /// <summary>Additional references.</summary>
    public ImmutableArray<MetadataReference> MoreReferences { get; init; } = [];

    /// <summary>What the compiler has to say, by id and file, where the shape is wrong; nothing else may be said.</summary>
    public ImmutableArray<string> Errors { get; init; } = [];

    /// <summary>Every reference.</summary>
    public IReadOnlyList<MetadataReference> References => [.. HasOpenApi ? Harness.References.WebWithOpenApi : Harness.References.Web, .. MoreReferences];

    /// <summary>How its files are parsed: doc comments are checked as well.</summary>
    public CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose);

    /// <summary>How it is compiled: at the highest warning level there is.</summary>
    public CSharpCompilationOptions CompilationOptions => new(
        IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        warningLevel: 9999,
        nullableContextOptions: Nullable,
        specificDiagnosticOptions: [
            // Binding redirects are for .NET Framework; the SDK leaves these warnings out as well.
            new("CS1701", ReportDiagnostic.Suppress),
            new("CS1702", ReportDiagnostic.Suppress),
        ]);

    /// <summary>The same with another file, or with another text in one.</summary>
    public Shape With(string file, string source) => this with { Sources = Sources.SetItem(file, source) };

    /// <summary>The same with a text in a file replaced.</summary>
    public Shape Replace(string file, string old, string replacement)
    {
        Assert.Contains(old, Sources[file], StringComparison.Ordinal);
        return With(file, Sources[file].Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>The project, before the generator has run.</summary>
    public CSharpCompilation ToCompilation() => CSharpCompilation.Create(
        "Shape",
        Sources.Select(source => CSharpSyntaxTree.ParseText(source.Value, ParseOptions, source.Key, System.Text.Encoding.UTF8)),
        References,
        CompilationOptions);

    /// <inheritdoc />
    public override string ToString() => Name;
}
