using DoOAuth.Analyzers.Hierarchy;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>
/// Gives the meaning of the code that gives members their values. While a file is read that is the code of the same file. At the compilation's end
/// it is the project's: what a few calls of the API name is bound once more then, and nothing has to be kept of all other code until then.
/// </summary>
internal sealed class MemberBodies
{
    private readonly Compilation? _project;
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly Dictionary<IFieldSymbol, bool> _own = new(SymbolEqualityComparer.Default);

    private readonly ILookup<ISymbol, RequestPattern>? _described;
    private ILookup<string, SyntaxTree>? _writers;

    private MemberBodies(Compilation? project, Implementations? implementations, ILookup<ISymbol, RequestPattern>? described) =>
        (_project, Implementations, _described) = (project, implementations, described);

    /// <summary>The code of the file in which a value is used.</summary>
    public static MemberBodies OfFile { get; } = new(null, null, null);

    /// <summary>What runs instead of abstract members; null while a file is read.</summary>
    public Implementations? Implementations { get; }

    /// <summary>Whether the code of the whole project is in reach.</summary>
    public bool IsOfProject => _project is not null;

    /// <summary>The code of the whole project, for one thread.</summary>
    /// <param name="project">The project.</param>
    /// <param name="implementations">Its types.</param>
    /// <param name="described">What members of libraries return, by the member.</param>
    public static MemberBodies OfProject(Compilation project, Implementations implementations, ILookup<ISymbol, RequestPattern> described) =>
        new(project, implementations, described);

    /// <summary>What a member of a library returns. Empty if nothing is known; null while a file is read.</summary>
    public IEnumerable<RequestPattern>? DescribedBy(ISymbol member) => _described?[member.OriginalDefinition];

    /// <summary>The meaning of a piece of code, or null if it is out of reach.</summary>
    /// <param name="code">The code.</param>
    /// <param name="use">Where its value is used; null for nowhere in particular.</param>
    public IOperation? Of(SyntaxNode code, IOperation? use = null)
    {
        if (use?.SemanticModel is { } model && model.SyntaxTree == code.SyntaxTree)
        {
            return model.GetOperation(code);
        }

        return _project is not null && _project.ContainsSyntaxTree(code.SyntaxTree) ? ModelOf(_project, code.SyntaxTree).GetOperation(code) : null;
    }

    /// <summary>Whether only the field's own type assigns it. Nobody else does who can see it, in this project and without others.</summary>
    public bool IsOwn(IFieldSymbol field)
    {
        if (_project is null || !ReferenceEquals(field.ContainingAssembly, _project.Assembly) || MaySeeOthers(field))
        {
            return false;
        }

        var definition = field.OriginalDefinition;
        if (!_own.TryGetValue(definition, out var isOwn))
        {
            var own = definition.ContainingType.DeclaringSyntaxReferences.Select(declaration => declaration.GetSyntax()).ToList();
            isOwn = !WritersOf(_project, field.Name).Any(tree => MemberWrites.To(field.Name, tree.GetRoot()).Any(write => !own.Any(type => type.SyntaxTree == tree && type.Span.Contains(write.Span))));
            _own.Add(definition, isOwn);
        }

        return isOwn;
    }

    /// <summary>Whether a class of another project may implement an abstract member.</summary>
    public bool MayBeImplementedElsewhere(ISymbol member) => _project is not null
        && (_project.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary || !ReferenceEquals(member.ContainingAssembly, _project.Assembly));

    // The files that write to something of this name.
    private IEnumerable<SyntaxTree> WritersOf(Compilation project, string name)
    {
        _writers ??= project.SyntaxTrees
            .SelectMany(tree => MemberWrites.NamesIn(tree.GetRoot()).Select(written => (Name: written, Tree: tree)))
            .ToLookup(write => write.Name, write => write.Tree, StringComparer.Ordinal);
        return _writers[name];
    }

    // Code of another project that references this one.
    private bool MaySeeOthers(IFieldSymbol field)
    {
        if (_project!.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary)
        {
            return false;
        }

        for (ISymbol? symbol = field; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }

    private SemanticModel ModelOf(Compilation project, SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model))
        {
            _models.Add(tree, model = project.GetSemanticModel(tree));
        }

        return model;
    }
}
