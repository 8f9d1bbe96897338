using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Reads the types of the objects that a call passes where the called code has them as an interface or a base class.</summary>
internal static class PassedObjects
{
    /// <summary>The objects, each with its parameter, and null for the object on which a method is called.</summary>
    /// <param name="receiver">That object, if others may implement the method.</param>
    /// <param name="arguments">What the call passes.</param>
    /// <returns>The types of the objects, or the caller's parameters that have them. Default for none.</returns>
    public static ImmutableArray<(IParameterSymbol? Parameter, ISymbol Object)> In(IOperation? receiver, bool isDispatched, ImmutableArray<IArgumentOperation> arguments)
    {
        var found = ImmutableArray<(IParameterSymbol? Parameter, ISymbol Object)>.Empty;
        if (isDispatched && receiver is IParameterReferenceOperation reference && Kept(reference) is { } own)
        {
            found = [(null, own)];
        }

        // What an object is made with is what its methods use.
        foreach (var argument in receiver is IObjectCreationOperation { Arguments: var made } ? arguments.AddRange(made) : arguments)
        {
            if (argument.Parameter is { } parameter && MayBeDerived(parameter.Type) && Of(argument.Value) is { } given)
            {
                found = found.Add((parameter.OriginalDefinition, given));
            }
        }

        return found.IsEmpty ? default : found;
    }

    /// <summary>The type of an object, or the parameter that has it; null if neither is known.</summary>
    public static ISymbol? Of(IOperation value) => Branches.Written(value) switch
    {
        IParameterReferenceOperation parameter => Kept(parameter),
        ILocalReferenceOperation local when MayBeDerived(local.Type) => ValueReader.OfFile().Origins(local) is [IObjectCreationOperation { Type: INamedTypeSymbol made }] ? made : Static(local, value),
        var written => Static(written, value),
    };

    // What the method replaces is no longer what its callers pass.
    private static IParameterSymbol? Kept(IParameterReferenceOperation use) => VariableMentions.In(VariableScope.Of(use, use.Parameter).Syntax, use.Parameter.Name).MayChange ? null : use.Parameter;

    // What an expression is before it is converted.
    private static ISymbol? Static(IOperation written, IOperation value) => !ReferenceEquals(written, value) && Branches.IsOne(written) ? written.Type as INamedTypeSymbol : null;

    private static bool MayBeDerived(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Interface } or { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, IsSealed: false } && UserCode.Includes(type);
}
