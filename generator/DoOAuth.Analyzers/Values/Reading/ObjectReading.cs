using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads what a field has in an object that a chain of calls makes, as fluent builders do: by the last call of the chain that assigns it.</summary>
internal sealed class ObjectReading(ValueReader values, MemberBodies bodies)
{
    /// <param name="member">The field or property.</param>
    /// <param name="made">The chain.</param>
    /// <param name="unknown">The unknown value.</param>
    /// <param name="read">Reads an expression.</param>
    public ImmutableArray<T> Read<T>(ISymbol member, IOperation? made, T unknown, Func<IOperation, ImmutableArray<T>> read)
        where T : IOpenValue<T>
    {
        for (var call = made; call is not null; call = (call as IInvocationOperation)?.Instance)
        {
            call = Branches.Unconverted(call);
            if (MethodOf(call) is null && member is IPropertySymbol { SetMethod.IsInitOnly: true })
            {
                // What only an initializer sets stays as it was made.
                call = values.CreationOf(call) ?? call;
            }

            // A method that makes another object, as a factory does.
            if (call is IInvocationOperation { TargetMethod: { IsAbstract: false, IsVirtual: false, IsOverride: false } factory }
                && values.Members.SourcesOf(factory, call) is [var returned]
                && Branches.Unconverted(returned) is not IInstanceReferenceOperation)
            {
                var given = values.ArgumentsOf(call, CallArguments.PartsOf(factory));
                return [.. values.Once(returned.Syntax.Parent!, unknown, () => Read(member, returned, unknown, read)).SelectMany(one => one.Substitute(given))];
            }

            if (MethodOf(call) is not { } method || !SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, member.ContainingType.OriginalDefinition))
            {
                break;
            }

            if (call is IObjectCreationOperation { Initializer: { } initializer } && AssignedIn(initializer, member) is { } initial)
            {
                return values.Once(initial.Syntax.Parent!, unknown, () => read(initial));
            }

            var written = BuilderWrites.Of(method, member);
            if (written.IsUnknown)
            {
                return [unknown];
            }

            if ((written.Value ?? (call is IObjectCreationOperation ? InitialValue(member) : null)) is { } expression)
            {
                return Substituted(expression, call, method);
            }

            if (call is IObjectCreationOperation)
            {
                return [unknown];
            }
        }

        return [unknown];

        ImmutableArray<T> Substituted(ExpressionSyntax expression, IOperation call, IMethodSymbol method)
        {
            if (bodies.Of(expression, call) is not { } value)
            {
                values.Members.IsPartial = true;
                return [unknown];
            }

            var arguments = values.ArgumentsOf(call, CallArguments.PartsOf(method));
            return [.. values.Once(value.Syntax.Parent!, unknown, () => read(value)).SelectMany(one => one.Substitute(arguments))];
        }
    }

    private static IMethodSymbol? MethodOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };

    private static IOperation? AssignedIn(IObjectOrCollectionInitializerOperation initializer, ISymbol member) => initializer.Initializers
        .OfType<ISimpleAssignmentOperation>()
        .FirstOrDefault(assignment => assignment.Target is IMemberReferenceOperation { Member: var target } && SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, member.OriginalDefinition))
        ?.Value;

    private static ExpressionSyntax? InitialValue(ISymbol member) => member.DeclaringSyntaxReferences is [var declaration] ? declaration.GetSyntax() switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => value,
        PropertyDeclarationSyntax { Initializer.Value: var value } => value,
        _ => null,
    } : null;
}
