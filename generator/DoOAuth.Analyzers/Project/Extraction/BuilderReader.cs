using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Determines the origin of an expression's builder, through chained calls and local variables.</summary>
internal sealed class BuilderReader(BuilderTypes types, Lazy<ApplicationSet> applications, Lazy<LibraryDescriptions> libraries)
{
    private static readonly ImmutableArray<BuilderValue> Root = [new(new BuilderOrigin(BuilderKind.Root), null, IsStored: false)];

    private static readonly ImmutableArray<BuilderValue> Unknown = [new(new BuilderOrigin(BuilderKind.Opaque), null, IsStored: true)];

    public ImmutableArray<BuilderValue> Read(IOperation? expression) => Read(expression, []) is { IsEmpty: false } values ? values : Unknown;

    // What was read before adds nothing: locals can get their values from each other in a loop.
    private ImmutableArray<BuilderValue> Read(IOperation? expression, HashSet<SyntaxNode> seen)
    {
        while (expression is IConversionOperation conversion)
        {
            expression = conversion.Operand;
        }

        return expression switch
        {
            IInvocationOperation call => Read(call, seen),
            ILocalReferenceOperation local => Read(local, seen),
            IParameterReferenceOperation parameter => Read(parameter),
            IMemberReferenceOperation member => types.Includes(member.Type) && member.Type is not { Name: "WebApplication" } && IsOfCollection(member.Member.ContainingType) ? OfElement(member, seen) : Read(member),
            IConditionalOperation conditional => Read(conditional.WhenTrue, seen).AddRange(Read(conditional.WhenFalse, seen)),
            ICoalesceOperation coalesce => Read(coalesce.Value, seen).AddRange(Read(coalesce.WhenNull, seen)),
            ISwitchExpressionOperation choice => [.. choice.Arms.SelectMany(arm => Read(arm.Value, seen))],
            IAssignmentOperation assignment => Read(assignment.Value, seen),
            IArrayElementReferenceOperation => OfElement(expression, seen),
            _ => Root,
        };
    }

    /// <summary>The builders that an expression can have, without the location where they were created.</summary>
    public ImmutableArray<BuilderOrigin> Origins(IOperation? expression) => [.. Read(expression).Select(value => value.Origin)];

    /// <summary>Those builders of the expression that the call certainly affects whenever they are created.</summary>
    public IEnumerable<BuilderOrigin> CertainOrigins(IOperation? expression, IOperation call)
    {
        var values = Read(expression);
        foreach (var (origin, source, isStored) in values)
        {
            var isCertain = origin.Kind switch
            {
                BuilderKind.Call => !isStored || ((values.Length == 1 || expression is ILocalReferenceOperation) && Dominance.RunsWith(call, source!)),
                BuilderKind.Parameter or BuilderKind.Local or BuilderKind.Opaque => Dominance.AlwaysRunsIn(source, call),
                BuilderKind.Member => Dominance.AlwaysRunsIn(CodeKey.EnclosingFunction(call), call),
                _ => false,
            };
            if (isCertain)
            {
                yield return origin;
            }
        }
    }

    /// <summary>Whether a call in a local function affects a builder that is made outside of it: when it runs is not known.</summary>
    public bool IsElsewhere(IOperation? expression, IOperation call) =>
        FlowGraph.FunctionAround(call) is ILocalFunctionOperation function && Read(expression).Any(value => value is { Origin.Kind: BuilderKind.Call, Source: { } source } && FlowGraph.FunctionAround(source) != function);

    /// <summary>The list of which a builder is an element, by its place or by a loop; null for other builders.</summary>
    public IOperation? ListOf(IOperation? builder)
    {
        var list = (builder is null ? null : Branches.Unconverted(builder)) switch
        {
            IArrayElementReferenceOperation element => element.ArrayReference,
            IPropertyReferenceOperation { Property.IsIndexer: true } element => element.Instance,
            ILocalReferenceOperation local when Read(local) is [{ Origin.Kind: BuilderKind.Local, Source: { Parent: IForEachLoopOperation loop } }] => Branches.Unconverted(loop.Collection),
            _ => null,
        };
        return list is IPropertyReferenceOperation { Property.Name: "Values", Instance: { } all } ? all : list;
    }

    /// <summary>Whether the project declares the method and it is not a generated guard, so that its effect on a builder is read from its body.</summary>
    public bool IsOwn(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty
        && method.MethodKind is not MethodKind.DelegateInvoke
        && !applications.Value.IsGuard(method, out _, out _);

    private ImmutableArray<BuilderValue> Read(IInvocationOperation call, HashSet<SyntaxNode> seen)
    {
        var method = call.TargetMethod;
        if (EndpointMethods.MapsGroup(method) || EndpointMethods.MapsEndpoint(method) || FrameworkMethods.MakesBuilder(method) || IsOwn(method) || libraries.Value.EndpointsOf(method).Any())
        {
            return [new(new BuilderOrigin(BuilderKind.Call, CodeKey.Of(call.Syntax)), call, IsStored: false)];
        }

        return EndpointMethods.HandsBack(method) && types.Includes(call.Type) && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } first
            ? Read(first.Value, seen)
            : IsOfCollection(method.ContainingType) ? OfElement(call, seen)
            : Root;
    }

    private ImmutableArray<BuilderValue> Read(ILocalReferenceOperation use, HashSet<SyntaxNode> seen)
    {
        if (!types.Includes(use.Type) || use.Type is { Name: "WebApplication" })
        {
            return Root;
        }

        if (!seen.Add(use.Syntax))
        {
            return [];
        }

        var assigned = ValueReader.OfFile().Assigned(use);
        if (assigned is [null] && IsOfLoopOrPattern(use.Local))
        {
            return [new(new BuilderOrigin(BuilderKind.Local, KeyOf(use.Local)), LoopOf(use), IsStored: true)];
        }

        return
        [
            .. assigned.SelectMany(value => value is null || value.Syntax.Span.Contains(use.Syntax.Span)
                ? Unknown
                : Read(value, seen).Select(builder => builder with { IsStored = true })),
        ];
    }

    private ImmutableArray<BuilderValue> Read(IParameterReferenceOperation use)
    {
        if (!types.Includes(use.Type) || use.Type is { Name: "WebApplication" })
        {
            return Root;
        }

        switch (use.Parameter.ContainingSymbol)
        {
            case IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda:
                var function = FunctionOf(use, lambda);
                return [new(
                    function is null ? new BuilderOrigin(BuilderKind.Opaque)
                        : IsCalledByProject(function) ? new BuilderOrigin(BuilderKind.Opaque, CodeKey.Of(function.Syntax), use.Parameter.Ordinal)
                        : new BuilderOrigin(BuilderKind.Parameter, CodeKey.Of(function.Syntax), use.Parameter.Ordinal),
                    function,
                    IsStored: false)];
            case IMethodSymbol method:
                return [new(
                    new BuilderOrigin(BuilderKind.Parameter, CodeKey.Of(method), CallArguments.OrdinalOf(use.Parameter, method)), FunctionOf(use, method), IsStored: false)];
            case INamedTypeSymbol extension when MemberOf(use, extension) is { } member:
                return [new(new BuilderOrigin(BuilderKind.Parameter, CodeKey.Of(member)), null, IsStored: false)];
            default:
                return Root;
        }
    }

    private ImmutableArray<BuilderValue> OfElement(IOperation element, HashSet<SyntaxNode> seen) => seen.Add(element.Syntax) && ValueReader.OfFile().Origins(element) is { IsEmpty: false } origins && origins.All(origin => origin is not null && origin.Syntax != element.Syntax && types.Includes(origin.Type))
        ? [.. origins.SelectMany(origin => Read(origin, seen)).Select(builder => builder with { IsStored = true })]
        : Unknown;

    // A tuple, a dictionary, a Lazy.
    private static bool IsOfCollection(INamedTypeSymbol? type) => type is not null && (type.IsTupleType || (!UserCode.Includes(type) && Namespaces.IsIn(type, "System"))
        || type.ContainingNamespace is { Name: "Linq" or "Generic" or "Immutable" or "Concurrent" });

    private ImmutableArray<BuilderValue> Read(IMemberReferenceOperation use) =>
        use is IFieldReferenceOperation or IPropertyReferenceOperation
        && types.Includes(use.Type)
        && use.Type is not { Name: "WebApplication" }
        && !use.Member.DeclaringSyntaxReferences.IsEmpty
            ? [new(new BuilderOrigin(BuilderKind.Member, CodeKey.Of(use.Member)), null, IsStored: false)]
            : Root;

    private static CodeKey KeyOf(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var declaration, ..] ? CodeKey.Of(declaration.GetSyntax()) : CodeKey.Of((ISymbol)local);

    private static bool IsOfLoopOrPattern(ILocalSymbol local) => local.DeclaringSyntaxReferences is [var declaration, ..]
        && declaration.GetSyntax() is ForEachStatementSyntax or SingleVariableDesignationSyntax { Parent: PatternSyntax };

    private static IOperation? LoopOf(ILocalReferenceOperation use)
    {
        for (var parent = use.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILoopOperation loop && loop.Locals.Contains(use.Local, SymbolEqualityComparer.Default))
            {
                return loop.Body;
            }
        }

        return null;
    }

    private static IOperation? FunctionOf(IOperation use, IMethodSymbol method)
    {
        for (var parent = use.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation { Symbol: var lambda } && SymbolEqualityComparer.Default.Equals(lambda, method))
            {
                return parent;
            }

            if (parent is ILocalFunctionOperation { Symbol: var local } && SymbolEqualityComparer.Default.Equals(local, method))
            {
                return parent;
            }
        }

        return null;
    }

    private static IMethodSymbol? MemberOf(IOperation use, INamedTypeSymbol extension)
    {
        var model = use.SemanticModel;
        for (var symbol = model?.GetEnclosingSymbol(use.Syntax.SpanStart); symbol is not null; symbol = symbol.ContainingSymbol)
        {
            if (symbol is IMethodSymbol method && SymbolEqualityComparer.Default.Equals(method.ContainingType, extension) && method.MethodKind is not (MethodKind.LocalFunction or MethodKind.AnonymousFunction))
            {
                return method;
            }
        }

        return null;
    }

    // A lambda that is passed to code outside of the project, such as UseEndpoints, has no other caller.
    private bool IsCalledByProject(IOperation lambda)
    {
        var parent = lambda.Parent;
        while (parent is IConversionOperation or IDelegateCreationOperation)
        {
            parent = parent.Parent;
        }

        return parent is not IArgumentOperation { Parent: IInvocationOperation call } || IsOwn(call.TargetMethod);
    }
}
