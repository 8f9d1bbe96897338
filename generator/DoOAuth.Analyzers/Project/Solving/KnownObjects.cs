using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>
/// Tells which calls are made on an object that never leaves the place where it is made: the receiver of a call, a local, or a private field whose every
/// mention is the receiver of a call. Who makes another one of the class does not decide for them.
/// </summary>
/// <param name="graph">Who calls whom.</param>
internal sealed class KnownObjects(CallGraph graph)
{
    private readonly Dictionary<SyntaxNode, HashSet<SyntaxNode>?> _calls = [];
    private readonly Dictionary<ITypeSymbol, bool> _keepThemselves = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the object that an edge makes may be the one that makes a call.</summary>
    /// <param name="maker">The creation.</param>
    /// <param name="constructor">The constructor that it calls.</param>
    /// <param name="site">The call.</param>
    public bool MayMake(CallEdge maker, IMethodSymbol constructor, ApiCallSite site) =>
        maker.Call is not BaseObjectCreationExpressionSyntax creation
        || CallsOf(creation, constructor.ContainingType) is not { } calls
        || site.Calls.Any(calls.Contains)
        || IsReachedFrom(calls, site.From);

    // Methods of the class call each other on the same object.
    private bool IsReachedFrom(HashSet<SyntaxNode> calls, CodeKey user)
    {
        var (seen, open) = (new HashSet<CodeKey>([user]), new Queue<CodeKey>([user]));
        while (calls.Count > 0 && open.Count > 0)
        {
            foreach (var edge in graph.Into(open.Dequeue()))
            {
                if (edge.Call is { } call && calls.Contains(call))
                {
                    return true;
                }

                if ((edge.To.IsOnThis || edge.To.Receiver is null) && seen.Add(edge.From))
                {
                    open.Enqueue(edge.From);
                }
            }
        }

        return false;
    }

    private HashSet<SyntaxNode>? CallsOf(BaseObjectCreationExpressionSyntax creation, INamedTypeSymbol type)
    {
        if (!_calls.TryGetValue(creation, out var calls))
        {
            _calls.Add(creation, calls = KeepsItself(type) ? Find(creation) : null);
        }

        return calls;
    }

    // An object that hands itself to others, or returns itself, has more users than those of the variable that it is in.
    private bool KeepsItself(INamedTypeSymbol type)
    {
        if (!_keepThemselves.TryGetValue(type, out var keeps))
        {
            keeps = true;
            for (var declaring = type; keeps && declaring is { DeclaringSyntaxReferences.IsEmpty: false }; declaring = declaring.BaseType)
            {
                keeps = !declaring.DeclaringSyntaxReferences.Any(part => part.GetSyntax().DescendantNodes().Any(node => node is ThisExpressionSyntax { Parent: not MemberAccessExpressionSyntax }));
            }

            _keepThemselves.Add(type, keeps);
        }

        return keeps;
    }

    private static HashSet<SyntaxNode>? Find(BaseObjectCreationExpressionSyntax creation)
    {
        ExpressionSyntax made = creation;
        while (made.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            made = parenthesized;
        }

        return made.Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == made => [call],
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } local } =>
                On(local.Identifier.ValueText, local.FirstAncestorOrSelf<BlockSyntax>() ?? local.SyntaxTree.GetRoot(), made),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax declaration } field } => OnMember(field.Identifier.ValueText, declaration, made),
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => OnMember(property.Identifier.ValueText, property, made),
            AssignmentExpressionSyntax { Left: var target } assignment when assignment.Right == made && NameOf(target) is { } name
                && assignment.FirstAncestorOrSelf<ConstructorDeclarationSyntax>()?.Parent is TypeDeclarationSyntax type
                && type.Members.FirstOrDefault(member => NamesOf(member).Contains(name)) is { } declaration => OnMember(name, declaration, made),
            _ => null,
        };
    }

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => name,
        _ => null,
    };

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax { Declaration.Variables: var fields } => fields.Select(field => field.Identifier.ValueText),
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        _ => [],
    };

    // Only the class itself sees a private member; another part of it is elsewhere.
    private static HashSet<SyntaxNode>? OnMember(string name, MemberDeclarationSyntax declaration, ExpressionSyntax made) =>
        declaration is { Parent: TypeDeclarationSyntax type }
        && !declaration.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword)
        && type is not InterfaceDeclarationSyntax
        && !type.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? On(name, type, made)
            : null;

    private static HashSet<SyntaxNode>? On(string name, SyntaxNode scope, ExpressionSyntax made)
    {
        var calls = new HashSet<SyntaxNode>();
        foreach (var mention in VariableMentions.In(scope, name).Tokens.Select(token => token.Parent).OfType<IdentifierNameSyntax>())
        {
            ExpressionSyntax place = mention.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : mention;
            if (place.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Expression == place)
            {
                calls.Add(call);
            }
            else if (place.Parent is not AssignmentExpressionSyntax assignment || assignment.Left != place || assignment.Right != made)
            {
                return null;
            }
        }

        return calls;
    }
}
