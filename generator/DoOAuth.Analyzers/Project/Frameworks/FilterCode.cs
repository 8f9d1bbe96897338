using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Finds the code of a framework's filters. Of a filter whose question for a scope cannot be read, nothing says that it does not ask.</summary>
internal sealed class FilterCode(MemberBodies bodies)
{
    private static readonly ImmutableArray<Guard> Unreadable = [new(GuardKind.Unreadable)];

    private static readonly string[] Names =
    [
        "OnAuthorization", "OnAuthorizationAsync", "OnResourceExecuting", "OnResourceExecutionAsync", "OnActionExecuting", "OnActionExecutionAsync",
        "OnPageHandlerExecuting", "OnPageHandlerExecutionAsync", "InvokeMethodAsync", "PreProcessAsync",
    ];

    /// <summary>What a filter of the type adds.</summary>
    /// <param name="type">The filter's type, which can be a library's.</param>
    public ImmutableArray<Guard> Of(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol filter)
        {
            return Unreadable;
        }

        if (filter.DeclaringSyntaxReferences.IsEmpty)
        {
            return IsHarmless(filter) ? [] : Unreadable;
        }

        return IsReadable(filter) ? OfMethods(filter) : Unreadable;
    }

    /// <summary>What code adds that runs before a handler in a way that is not known here: if it asks for a scope at all, it may ask for any.</summary>
    /// <param name="type">The type with the code, which can be a library's.</param>
    public static ImmutableArray<Guard> OfAny(ITypeSymbol? type) =>
        type is not INamedTypeSymbol named ? Unreadable
        : named.DeclaringSyntaxReferences.IsEmpty ? IsHarmless(named) ? [] : Unreadable
        : TypeMembers.WithBases(named).Any(one => one.DeclaringSyntaxReferences.IsEmpty ? !FilterQuestions.IsOfFramework(one) : FilterQuestions.MayAsk(one.DeclaringSyntaxReferences)) ? Unreadable
        : [];

    /// <summary>The same of a method that runs before a handler.</summary>
    public static ImmutableArray<Guard> OfAny(IMethodSymbol method) => FilterQuestions.MayAsk(method.DeclaringSyntaxReferences) ? Unreadable : [];

    /// <summary>The methods of the type that run before its handlers do.</summary>
    public static ImmutableArray<Guard> OfMethods(INamedTypeSymbol type) =>
    [
        .. TypeMembers.Methods(type)
            .Where(method => Names.Contains(method.Name) || method.ExplicitInterfaceImplementations.Any(implemented => Names.Contains(implemented.Name)))
            .Select(method => new Guard(GuardKind.Filter, Filter: new Handler(new CallTarget(CodeKey.Of(method), method)))),
    ];

    /// <summary>Whether every question for a scope in the type's code names the scope.</summary>
    public bool IsReadable(INamedTypeSymbol type) => QuestionsOf(type).All(IsReadable);

    private static IEnumerable<IdentifierNameSyntax> QuestionsOf(INamedTypeSymbol type) =>
        FilterQuestions.In(TypeMembers.WithBases(type).SelectMany(candidate => candidate.DeclaringSyntaxReferences));

    private bool IsReadable(IdentifierNameSyntax name) =>
        name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && call.Expression.Span.End == name.Span.End
        && bodies.Of(call) is IInvocationOperation { TargetMethod.Name: not "AuthorizeAsync" } asked
        && asked.Arguments.All(argument => argument.Parameter?.Type.SpecialType != SpecialType.System_String || argument.Value.ConstantValue.HasValue || GivenScopes.Of(argument.Value).Scope is not null);

    private static bool IsHarmless(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() is var space
        && space.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        && type.Name != "AuthorizeFilter";
}
