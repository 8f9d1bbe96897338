using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>What a method of a fluent builder, or a constructor, makes of a field or property.</summary>
/// <param name="Value">The only expression that it assigns, in any case; null if it assigns none.</param>
/// <param name="IsUnknown">Whether it may assign anything else.</param>
internal readonly record struct BuilderWrites(ExpressionSyntax? Value, bool IsUnknown)
{
    private static readonly BuilderWrites Unknown = new(null, IsUnknown: true);

    public static BuilderWrites Of(IMethodSymbol method, ISymbol member)
    {
        if (method.OriginalDefinition.DeclaringSyntaxReferences is not [var declaration] || declaration.GetSyntax() is not BaseMethodDeclarationSyntax syntax)
        {
            return default;
        }

        return syntax is ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer } || CallsWriter(syntax, method.ContainingType, member, [])
            ? Unknown
            : MemberWrites.To(member.Name, syntax).Take(2).ToList() switch
            {
                [] => default,
                [var only] when IsOfThis(only) && only.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && IsAlwaysRun(assignment, syntax) =>
                    new(assignment.Right, IsUnknown: false),
                _ => Unknown,
            };
    }

    private static bool CallsWriter(SyntaxNode code, INamedTypeSymbol type, ISymbol member, HashSet<SyntaxNode> seen) => code.DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Select(call => CalledName.Of(call.Expression))
        .Distinct()
        .SelectMany(name => type.OriginalDefinition.GetMembers(name).OfType<IMethodSymbol>())
        .SelectMany(called => called.DeclaringSyntaxReferences)
        .Select(called => called.GetSyntax())
        .Any(called => seen.Add(called) && (MemberWrites.To(member.Name, called).Any() || CallsWriter(called, type, member, seen)));

    private static bool IsOfThis(ExpressionSyntax target) => target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax };

    private static bool IsAlwaysRun(AssignmentExpressionSyntax assignment, BaseMethodDeclarationSyntax method) =>
        assignment.Parent == method.ExpressionBody
        || (assignment.Parent is ExpressionStatementSyntax { Parent: var block }
            && block == method.Body
            && !block!.DescendantNodes().Any(node => node is ReturnStatementSyntax && node.SpanStart < assignment.SpanStart));
}
