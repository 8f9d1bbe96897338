using System.Runtime.CompilerServices;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Values.Reading;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Finds code that asks for the user's scopes in a way that is not read further.</summary>
internal static class ScopeQuestions
{
    private const int Deepest = 4;

    private static readonly string[] Words = ["HasScope", "HasClaim", "Scopes", "AuthorizeAsync", "FindFirst", "FindAll", "DigitalOceanUser"];
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Files = new();

    /// <summary>Whether a file has any word of a question. Most have none, and nothing else is done for them.</summary>
    public static bool MayBeInFile(SyntaxTree file) => Files.GetValue(file, static tree => new StrongBox<bool>(Array.Exists(Words, word => FileText.Of(tree).IndexOf(word, StringComparison.Ordinal) >= 0))).Value;

    /// <summary>Whether a value comes from a question.</summary>
    public static bool MayBeIn(IOperation? value) => value is { ConstantValue.HasValue: false } && MayBeInFile(value.Syntax.SyntaxTree) && Asks(value, 0);

    /// <summary>Whether a method of a library is given the user.</summary>
    public static bool IsOfLibrary(IInvocationOperation call) =>
        call.TargetMethod is { DeclaringSyntaxReferences.IsEmpty: true, MethodKind: not MethodKind.DelegateInvoke } method && UserCode.Includes(method) && !RuntimeTypes.IsInRuntime(method.ContainingType) && GetsUser(call.Arguments);

    /// <summary>Whether one of the arguments is the user.</summary>
    public static bool GetsUser(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Value.Type is { Name: "DigitalOceanUser" or "ClaimsPrincipal" or "HttpContext" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Asks(IOperation value, int depth) => depth < Deepest && value.DescendantsAndSelf().Any(part => part switch
    {
        IInvocationOperation { TargetMethod.Name: "HasScope" } or IMethodReferenceOperation { Method: { Name: "HasScope", ContainingType.Name: "DigitalOceanUser" } } => true,
        IInvocationOperation { TargetMethod: { Name: "HasClaim" or "FindFirst" or "FindAll" or "FindFirstValue", ContainingType.Name: "ClaimsPrincipal" or "ClaimsIdentity" or "PrincipalExtensions" } } call => IsForScopes(call),
        IInvocationOperation call => GetsUser(call.Arguments) && (IsOfLibrary(call) || IsAskedIn(call.TargetMethod)),
        IObjectCreationOperation { Constructor.ContainingType: { } type } creation => GetsUser(creation.Arguments) && IsAskedIn(type),
        IPropertyReferenceOperation { Property: { Name: "Scopes", ContainingType.Name: "DigitalOceanUser" } } => true,
        IPropertyReferenceOperation { Property: { Name: "Claims", ContainingType.Name: "ClaimsPrincipal" or "ClaimsIdentity" } } => IsForScopes(value),
        ILocalReferenceOperation { Local.Type: { } type } local => MayHoldAnswer(type) && IsAnswer(local, depth + 1),
        IFieldReferenceOperation { Field: { Type.TypeKind: TypeKind.Delegate, DeclaringSyntaxReferences: [var declared] } } => IsAskedIn(declared),
        _ => part.Type is { Name: "AuthorizationResult" } && part is not ILocalReferenceOperation,
    });

    // A claim of another type, such as the email address, is no scope.
    private static bool IsForScopes(IOperation question)
    {
        var texts = question.DescendantsAndSelf().Select(part => part.ConstantValue.Value).OfType<string>().ToList();
        return texts.Count == 0 || texts.Exists(text => text == "scope" || (text.Contains(':') && !text.Contains("://")));
    }

    private static bool MayHoldAnswer(ITypeSymbol type) => type.SpecialType is SpecialType.None or SpecialType.System_Boolean or SpecialType.System_String;

    private static bool IsAnswer(ILocalReferenceOperation use, int depth)
    {
        var assigned = ValueReader.OfFile().Assigned(use);

        // The values of a condition are read one by one.
        return (use.Type is not { SpecialType: SpecialType.System_Boolean } && assigned.Any(value => value is not null && !value.Syntax.Span.Contains(use.Syntax.Span) && Asks(value, depth)))
            || (assigned.Contains(null) && FlowGraph.FunctionAround(use).Descendants().OfType<IAssignmentOperation>().Any(assignment => assignment.Target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(target => SymbolEqualityComparer.Default.Equals(target.Local, use.Local))
                && Asks(assignment.Value, depth)));
    }

    /// <summary>Whether a value is of another function than its use, and that function asks.</summary>
    public static bool IsOfAsking(IOperation value, IOperation use) => MayBeInFile(value.Syntax.SyntaxTree)
        && FlowGraph.FunctionAround(value) is { Syntax: var code } function && function != FlowGraph.FunctionAround(use) && code.SyntaxTree == value.Syntax.SyntaxTree && !code.Span.Contains(use.Syntax.Span)
        && Array.Exists(Words, word => word != "DigitalOceanUser" && FileText.Contains(code.SyntaxTree, code.Span, word));

    /// <summary>Whether a member's code has a word of a question.</summary>
    public static bool IsAskedIn(ISymbol code) => code.DeclaringSyntaxReferences.Any(IsAskedIn);

    private static bool IsAskedIn(SyntaxReference code) => Array.Exists(Words, word => word != "DigitalOceanUser" && FileText.Contains(code.SyntaxTree, code.Span, word));
}
