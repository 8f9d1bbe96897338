using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads the requests that the project's own types of <c>HttpRequestMessage</c> make in their constructors.</summary>
internal sealed class OwnRequestReading(ValueReader values)
{
    /// <summary>The requests after a constructor.</summary>
    /// <param name="constructor">The constructor.</param>
    /// <param name="call">The creation, or the constructor initializer, that calls it.</param>
    /// <param name="ofBase">The requests that the constructor of <c>HttpRequestMessage</c> makes of its arguments.</param>
    public ImmutableArray<RequestPattern> Of(IMethodSymbol constructor, IOperation call, Func<ImmutableArray<IArgumentOperation>, ImmutableArray<RequestPattern>> ofBase)
    {
        if (ClientTypes.IsHttp(constructor.ContainingType, "HttpRequestMessage"))
        {
            return ofBase(ValueReader.ArgumentsOf(call));
        }

        constructor = constructor.OriginalDefinition;
        var requests = After(constructor, ofBase, call);
        return requests.Any(request => request.HasParameters)
            ? [.. values.ArgumentsOf(call, CallArguments.PartsOf(constructor)) is var arguments ? requests.SelectMany(request => request.Substitute(arguments)).Distinct() : []]
            : requests;
    }

    /// <summary>The requests after a constructor, as functions of its parameters.</summary>
    public ImmutableArray<RequestPattern> After(IMethodSymbol constructor, Func<ImmutableArray<IArgumentOperation>, ImmutableArray<RequestPattern>> ofBase, IOperation? call = null) =>
        constructor.DeclaringSyntaxReferences is [var declaration]
            ? values.Once(declaration.GetSyntax(), RequestPattern.Unknown, () => After(constructor, declaration.GetSyntax(), call, ofBase))
            : values.Members.Described(constructor, RequestPattern.Unknown);

    private ImmutableArray<RequestPattern> After(
        IMethodSymbol constructor, SyntaxNode declaration, IOperation? call, Func<ImmutableArray<IArgumentOperation>, ImmutableArray<RequestPattern>> ofBase)
    {
        var requests = Before(constructor, declaration, call, ofBase);
        return Assigned(constructor, "Method", call) is var method
            && Assigned(constructor, "RequestUri", call) is var address
            && !method.IsUnknown
            && !address.IsUnknown
            ? RequestPattern.Pair(
                method.Value is { } verb ? values.Verbs(verb) : [.. requests.Select(request => request.Verb).Distinct()],
                address.Value is { } text ? values.Texts(text) : [.. requests.Select(request => request.Address).Distinct()])
            : [RequestPattern.Unknown];
    }

    // What the constructor gets from the one that it calls.
    private ImmutableArray<RequestPattern> Before(
        IMethodSymbol constructor, SyntaxNode declaration, IOperation? call, Func<ImmutableArray<IArgumentOperation>, ImmutableArray<RequestPattern>> ofBase) => InitializerOf(declaration) switch
        {
            { } initializer => CalledBy(initializer, call) is { } called ? Of(called.TargetMethod, called, ofBase) : [RequestPattern.Unknown],
            null when ClientTypes.IsHttp(constructor.ContainingType.BaseType, "HttpRequestMessage") => ofBase([]),
            _ => [RequestPattern.Unknown],
        };

    private static SyntaxNode? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        ConstructorDeclarationSyntax constructor => constructor.Initializer,
        TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax given, ..] } => given,
        _ => null,
    };

    private IInvocationOperation? CalledBy(SyntaxNode initializer, IOperation? use) => values.Members.CodeOf(initializer, use) switch
    {
        IExpressionStatementOperation { Operation: IInvocationOperation invocation } => invocation,
        var operation => operation as IInvocationOperation,
    };

    // What the constructor's body assigns.
    private (IOperation? Value, bool IsUnknown) Assigned(IMethodSymbol constructor, string property, IOperation? call)
    {
        ISymbol? member = null;
        for (var type = constructor.ContainingType; type is not null && member is null; type = type.BaseType)
        {
            member = ClientTypes.IsHttp(type, "HttpRequestMessage") ? type.GetMembers(property).FirstOrDefault() : null;
        }

        var written = member is null || constructor.DeclaringSyntaxReferences is not [var declaration] || declaration.GetSyntax() is not ConstructorDeclarationSyntax { Initializer: not { RawKind: (int)SyntaxKind.ThisConstructorInitializer } }
            ? default
            : BuilderWrites.Of(constructor, member);
        return written.Value is not { } expression ? (null, written.IsUnknown)
            : values.Members.CodeOf(expression, call) is { } value ? (value, false)
            : (null, true);
    }
}
