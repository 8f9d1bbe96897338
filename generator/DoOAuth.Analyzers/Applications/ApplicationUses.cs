using System.Collections.Concurrent;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Catalog.Names;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Applications;

/// <summary>
/// The annotated classes that this project adds to an app, and those that it maps. They are collected while the code is read, and
/// known at the end of the compilation.
/// </summary>
/// <remarks>
/// A call counts wherever it is, and so does the method as a delegate. The generated members of a class can also be used directly:
/// <c>AddDigitalOceanApplication(builder, DropletDeck.DigitalOceanApplication, …)</c>.
/// </remarks>
internal sealed class ApplicationUses
{
    private readonly ConcurrentDictionary<string, Location> _added = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Location> _mapped = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, bool> _called = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentQueue<(string Key, ISymbol Member)> _members = new();

    /// <summary>Starts to collect.</summary>
    public static ApplicationUses Watch(CompilationStartAnalysisContext start)
    {
        var uses = new ApplicationUses();
        start.RegisterOperationAction(context => uses.Read(context.Operation), OperationKind.Invocation, OperationKind.MethodReference, OperationKind.PropertyReference, OperationKind.Invalid);
        return uses;
    }

    /// <summary>Collects from an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="member">The member that contains it, if it is to be remembered.</param>
    public void Read(IOperation operation, ISymbol? member = null)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                if (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && UserCode.Includes(call.TargetMethod))
                {
                    _called.TryAdd((call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition, true);
                }

                Read(call.TargetMethod, operation, member);
                break;
            case IMethodReferenceOperation reference:
                Read(reference.Method, operation, member);
                break;
            case IPropertyReferenceOperation reference:
                Read(reference, member);
                break;

            // A call that two classes make ambiguous means each of them.
            case IInvalidOperation { SemanticModel: { } model, Syntax: InvocationExpressionSyntax call }:
                foreach (var method in model.GetSymbolInfo(call).CandidateSymbols.OfType<IMethodSymbol>())
                {
                    Read(method, operation, member);
                }

                break;
        }
    }

    /// <summary>Whether the class is added to an app somewhere in this project.</summary>
    public bool IsAdded(INamedTypeSymbol application) =>
        _added.ContainsKey(Key(application)) || _added.ContainsKey(Key(application.ContainingNamespace, EmittedNames.AddMethod(application.Name)));

    /// <summary>Whether the class's endpoints are mapped somewhere in this project.</summary>
    public bool IsMapped(INamedTypeSymbol application) =>
        _mapped.ContainsKey(Key(application)) || _mapped.ContainsKey(Key(application.ContainingNamespace, EmittedNames.MapMethod(application.Name)));

    /// <summary>Where the class is added to an app or its endpoints are mapped; null if this project does neither.</summary>
    public Location? PlaceOf(INamedTypeSymbol application) => KeysOf(application)
        .SelectMany(key => new[] { _added.TryGetValue(key, out var added) ? added : null, _mapped.TryGetValue(key, out var mapped) ? mapped : null })
        .FirstOrDefault(place => place is not null);

    /// <summary>The members that add or map the class, if they were remembered.</summary>
    public IEnumerable<ISymbol> MembersWith(INamedTypeSymbol application)
    {
        var keys = KeysOf(application);
        return _members.Where(use => keys.Contains(use.Key)).Select(use => use.Member).Distinct(SymbolEqualityComparer.Default);
    }

    /// <summary>Whether this project calls a method of a library.</summary>
    public bool IsCalled(ISymbol method) => _called.ContainsKey(method.OriginalDefinition);

    private static string[] KeysOf(INamedTypeSymbol application) =>
        [Key(application), Key(application.ContainingNamespace, EmittedNames.AddMethod(application.Name)), Key(application.ContainingNamespace, EmittedNames.MapMethod(application.Name))];

    // The class with the emitted methods can have any name. The methods' return type and the namespace distinguish it from others.
    private void Read(IMethodSymbol method, IOperation use, ISymbol? member)
    {
        if (method.Name.StartsWith("Add", StringComparison.Ordinal) && Returns(method, "DigitalOceanOAuthBuilder"))
        {
            Add(_added, Key(method.ContainingNamespace, method.Name), use, member);
        }
        else if (method.Name.StartsWith("Map", StringComparison.Ordinal) && Returns(method, "DigitalOceanEndpointConventionBuilder"))
        {
            Add(_mapped, Key(method.ContainingNamespace, method.Name), use, member);
        }
    }

    // Passed to a method that adds or maps, it is added or mapped. Passed elsewhere, this is not known, so nothing is reported.
    private void Read(IPropertyReferenceOperation reference, ISymbol? member)
    {
        var property = reference.Property;
        if (!property.Name.StartsWith("DigitalOceanApplication", StringComparison.Ordinal)
            || property is not { IsStatic: true, Type: INamedTypeSymbol { Name: "DigitalOceanApplication" } type }
            || !RuntimeTypes.IsInRuntime(type))
        {
            return;
        }

        var receiver = (reference.Parent as IArgumentOperation)?.Parent is IInvocationOperation call && RuntimeTypes.IsInRuntime(call.TargetMethod.ContainingType)
            ? call.TargetMethod.Name
            : "";
        if (!receiver.StartsWith("Map", StringComparison.Ordinal))
        {
            Add(_added, Key(property.ContainingType), reference, member);
        }

        if (!receiver.StartsWith("Add", StringComparison.Ordinal))
        {
            Add(_mapped, Key(property.ContainingType), reference, member);
        }
    }

    // The first place by location, so that reports are always the same.
    private void Add(ConcurrentDictionary<string, Location> uses, string key, IOperation use, ISymbol? member)
    {
        if (member is not null)
        {
            _members.Enqueue((key, member));
        }

        uses.AddOrUpdate(key, _ => use.Syntax.GetLocation(), (_, known) => IsBefore(use.Syntax, known) ? use.Syntax.GetLocation() : known);
    }

    private static bool IsBefore(SyntaxNode use, Location known) => string.CompareOrdinal(use.SyntaxTree.FilePath, known.SourceTree?.FilePath) is var order
        && (order < 0 || (order == 0 && use.SpanStart < known.SourceSpan.Start));

    private static bool Returns(IMethodSymbol method, string runtimeType) =>
        method.ReturnType is INamedTypeSymbol type && type.Name == runtimeType && RuntimeTypes.IsInRuntime(type);

    private static string Key(INamedTypeSymbol application) => application.ToDisplayString();

    private static string Key(INamespaceSymbol container, string method) => $"{container.ToDisplayString()}.{method}()";
}
