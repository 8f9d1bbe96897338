using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the calls that pass builders to methods of the project.</summary>
internal sealed class BuilderPasses(ProjectSummary summary, BuilderTypes types, BuilderReader builders)
{
    /// <summary>A guard about which nothing is known.</summary>
    public static ImmutableArray<Guard> Any { get; } = [new Guard(GuardKind.Unreadable)];

    public void Call(IInvocationOperation call, ISymbol containing, CallTarget target, int? ofParameter = null)
    {
        var arguments = ImmutableArray.CreateBuilder<BuilderArgument>();
        if (call.Instance is { } receiver && call.TargetMethod.ContainingType.IsExtension)
        {
            arguments.Add(Argument(0, receiver, call));
        }

        Add(call.Arguments, call.TargetMethod, call, arguments);
        summary.Passes.Enqueue(new BuilderCallSite(
            new BuilderOrigin(BuilderKind.Call, CodeKey.Of(call.Syntax)), CodeKey.Enclosing(call, containing), CodeKey.Of(containing), target, arguments.ToImmutable(), NameOf(call.Syntax))
        {
            Delegate = ofParameter,
            Scopes = GivenScopes.ArgumentsOf(call.Arguments, call.TargetMethod, ""),
        });
    }

    /// <summary>A class that is made with a builder. A record keeps it in a property.</summary>
    public void Creation(IObjectCreationOperation creation, ISymbol containing)
    {
        if (creation.Constructor is not { } constructor)
        {
            return;
        }

        var arguments = ImmutableArray.CreateBuilder<BuilderArgument>();
        Add(creation.Arguments, constructor, creation, arguments);
        summary.Passes.Enqueue(new BuilderCallSite(
            new BuilderOrigin(BuilderKind.Call, CodeKey.Of(creation.Syntax)),
            CodeKey.Enclosing(creation, containing),
            CodeKey.Of(containing),
            new CallTarget(CodeKey.Of(constructor), constructor),
            arguments.ToImmutable(),
            NameOf(creation.Syntax)));
        foreach (var argument in creation.Type is { IsRecord: true } ? creation.Arguments : [])
        {
            if (argument.Parameter is { } parameter && types.Includes(parameter.Type) && constructor.ContainingType.GetMembers(parameter.Name) is [IPropertySymbol property])
            {
                summary.Members.Enqueue((CodeKey.Of((ISymbol)property), builders.Origins(argument.Value)));
            }
        }
    }

    private void Add(ImmutableArray<IArgumentOperation> given, IMethodSymbol method, IOperation call, ImmutableArray<BuilderArgument>.Builder arguments)
    {
        foreach (var argument in given)
        {
            if (argument.Parameter is { } parameter)
            {
                arguments.Add(Argument(CallArguments.OrdinalOf(parameter, method), argument.Value, call));
                if (argument.ArgumentKind == ArgumentKind.ParamArray)
                {
                    Elements(argument.Value, Any);
                }
            }
        }
    }

    /// <summary>The builders of a list may get guards: which of them do is not known.</summary>
    public void Elements(IOperation collection, ImmutableArray<Guard> guards)
    {
        foreach (var element in ValueReader.OfFile().Collections.ElementsOf(collection))
        {
            Put(element, guards);
        }
    }

    /// <summary>A builder may get guards: which ones is not known.</summary>
    public void Unknown(IOperation? builder) => Put(builder, Any);

    private void Put(IOperation? builder, ImmutableArray<Guard> guards)
    {
        foreach (var origin in types.Includes(builder is IConversionOperation { Operand.Type: { } type } ? type : builder?.Type) ? builders.Origins(builder) : [])
        {
            foreach (var guard in guards)
            {
                summary.Guards.Enqueue((origin, guard));
            }
        }
    }

    private BuilderArgument Argument(int ordinal, IOperation value, IOperation call)
    {
        var isBuilder = types.Includes(value is IConversionOperation { Operand.Type: { } type } ? type : value.Type);
        return new BuilderArgument(
            ordinal,
            isBuilder ? builders.Origins(value) : [],
            isBuilder ? [.. builders.CertainOrigins(value, call)] : [],
            value.Type is { TypeKind: TypeKind.Delegate } or { Name: "Delegate" } ? HandlerReader.Read(value) : []);
    }

    // From the name to the bracket, which is one line in a chain.
    private static Location NameOf(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: var expression }
        ? (expression is MemberAccessExpressionSyntax { Name: var name } ? name : expression).GetLocation()
        : call.GetLocation();
}
