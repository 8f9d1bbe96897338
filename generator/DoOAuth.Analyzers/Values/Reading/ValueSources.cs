using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Finds the expressions that give a member its value: what a method returns, what a field is initialized with or assigned in constructors.</summary>
internal static class ValueSources
{
    private static readonly ImmutableArray<ExpressionSyntax> Unknown = [];

    /// <summary>The expressions of which one is the value, as far as the type itself tells; none if others may be.</summary>
    public static ImmutableArray<ExpressionSyntax> Of(ISymbol member)
    {
        member = member.OriginalDefinition;
        member = (member as IMethodSymbol)?.PartialImplementationPart ?? (member as IPropertySymbol)?.PartialImplementationPart ?? member;
        return member.DeclaringSyntaxReferences is not [var reference] ? Unknown : (member, reference.GetSyntax()) switch
        {
            (IFieldSymbol field, VariableDeclaratorSyntax declarator) =>
                Stored(field, declarator.Initializer?.Value),
            (IPropertySymbol property, PropertyDeclarationSyntax syntax) => OfProperty(property, syntax.ExpressionBody, syntax.AccessorList, syntax.Initializer),
            (IPropertySymbol property, IndexerDeclarationSyntax syntax) => OfProperty(property, syntax.ExpressionBody, syntax.AccessorList, initializer: null),
            (IMethodSymbol, MethodDeclarationSyntax method) => Returned(method.ExpressionBody, method.Body),
            (IMethodSymbol, BaseMethodDeclarationSyntax method and (OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax)) => Returned(method.ExpressionBody, method.Body),
            (IMethodSymbol, LocalFunctionStatementSyntax function) => Returned(function.ExpressionBody, function.Body),
            _ => Unknown,
        };
    }

    /// <summary>The expressions that a method yields; none for a method that yields nothing, or something of its parameters.</summary>
    public static ImmutableArray<ExpressionSyntax> Yielded(IMethodSymbol method)
    {
        var yielded = YieldedBy(method);
        return method.Parameters.Any(parameter => yielded.Any(value => VariableMentions.In(value, parameter.Name).Tokens.Count > 0)) ? Unknown : yielded;
    }

    private static ImmutableArray<ExpressionSyntax> YieldedBy(IMethodSymbol method) => method is { DeclaringSyntaxReferences: [var declaration] }
        ? [.. declaration.GetSyntax().DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) || node == declaration.GetSyntax())
            .OfType<YieldStatementSyntax>()
            .Select(statement => statement.Expression)
            .OfType<ExpressionSyntax>()]
        : Unknown;

    private static ImmutableArray<ExpressionSyntax> OfProperty(
        IPropertySymbol property, ArrowExpressionClauseSyntax? arrow, AccessorListSyntax? accessors, EqualsValueClauseSyntax? initializer)
    {
        if (arrow is not null)
        {
            return [arrow.Expression];
        }

        var getter = accessors?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        return getter is { Body: not null } or { ExpressionBody: not null } ? Returned(getter.ExpressionBody, getter.Body)
            : property.SetMethod is null || property.SetMethod.DeclaredAccessibility == Accessibility.Private ? Stored(property, initializer?.Value)
            : Unknown;
    }

    private static ImmutableArray<ExpressionSyntax> Returned(ArrowExpressionClauseSyntax? arrow, BlockSyntax? body)
    {
        if (arrow is not null)
        {
            return [arrow.Expression];
        }

        var statements = body?.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<StatementSyntax>().ToList();
        return statements is null || statements.OfType<YieldStatementSyntax>().Any()
            ? Unknown
            : [.. statements.OfType<ReturnStatementSyntax>().Select(statement => statement.Expression).OfType<ExpressionSyntax>()];
    }

    // What every constructor assigns replaces the initial value. What anything else assigns comes at any time.
    private static ImmutableArray<ExpressionSyntax> Stored(ISymbol member, ExpressionSyntax? initial)
    {
        var written = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        foreach (var name in member.ContainingType.DeclaringSyntaxReferences.SelectMany(reference => MemberWrites.To(member.Name, reference.GetSyntax())).Where(name => !MemberWrites.IsOfOther(name, member.Name, member.ContainingType.Name)))
        {
            if (AssignedTo(name) is not { } assigned
                || name.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null
                || name.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not null)
            {
                return Unknown;
            }

            written.Add(assigned);
        }

        if (initial is not null && !IsAlwaysAssigned(member, written))
        {
            written.Add(initial);
        }

        return written.ToImmutable();
    }

    // By each constructor that calls no other of the class, and not only in some cases.
    private static bool IsAlwaysAssigned(ISymbol member, ImmutableArray<ExpressionSyntax>.Builder values) => values.Count > 0
        && member.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>().ToList() is var types
        && types.TrueForAll(type => type.ParameterList is null || member.IsStatic)
        && types.SelectMany(type => type.Members)
            .OfType<ConstructorDeclarationSyntax>()
            .Where(constructor => constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == member.IsStatic && !constructor.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer))
            .All(constructor => values.Any(value => IsAlwaysRunIn(constructor, value)));

    private static bool IsAlwaysRunIn(ConstructorDeclarationSyntax constructor, ExpressionSyntax value) =>
        value.FirstAncestorOrSelf<AssignmentExpressionSyntax>(assignment => assignment.Parent is StatementSyntax or ArrowExpressionClauseSyntax) is { Parent: var statement }
        && (statement == constructor.ExpressionBody
            || (constructor.Body is { } body
                && statement?.Parent == body
                && !body.DescendantNodes().Any(node => node is ReturnStatementSyntax && node.SpanStart < value.SpanStart)));

    // Also of a tuple that is taken apart.
    private static ExpressionSyntax? AssignedTo(ExpressionSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == name => assignment.Right,
        ArgumentSyntax
        {
            Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: TupleExpressionSyntax values } } targets,
        } target when targets.Arguments.IndexOf(target) is var index && index < values.Arguments.Count => values.Arguments[index].Expression,
        _ => null,
    };
}
