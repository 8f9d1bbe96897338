using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads what calls pass to methods.</summary>
internal sealed class ArgumentReading(ValueReader values)
{
    /// <summary>Reads what a call, a creation or an indexer passes to the methods that may run.</summary>
    public CallArguments Of(IOperation call, ImmutableArray<IMethodSymbol> methods)
    {
        var given = new CallArguments(methods);
        if (call is IInvocationOperation { Instance: { } receiver, TargetMethod.ContainingType.IsExtension: true })
        {
            given.Add(0, Argument(receiver));
        }

        if (call is IConversionOperation { Operand: var converted })
        {
            given.Add(0, Argument(converted));
        }

        foreach (var argument in ValueReader.ArgumentsOf(call))
        {
            if (argument.Parameter is { } parameter)
            {
                var ordinal = parameter.ContainingSymbol is IMethodSymbol method ? CallArguments.OrdinalOf(parameter, method) : parameter.Ordinal;
                given.Add(ordinal, IsReplaced(call, parameter) ? ArgumentValues.Nothing : Argument(argument.Value));
            }
        }

        return given;
    }

    /// <summary>Reads what is passed.</summary>
    public ArgumentValues Argument(IOperation value)
    {
        switch (Branches.Unconverted(value).Type)
        {
            case { Name: "HttpMethod" }:
                return ArgumentValues.Nothing with { Verbs = values.Verbs(value) };
            case { } type when ClientTypes.IsRequest(type):
                var requests = values.Requests(value);
                return ArgumentValues.Nothing with
                {
                    Texts = [.. requests.Select(request => request.Address).Distinct()],
                    Verbs = [.. requests.Select(request => request.Verb).Distinct()],
                    Requests = requests,
                };
            case { } type when ClientTypes.IsDigitalOcean(type) || ClientTypes.IsPlain(type) || TypedClients.Is(type):
                return ArgumentValues.Nothing with { Clients = values.Clients(value) };
            case INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false }:
                return Object(value);
            case { TypeKind: TypeKind.Delegate }:
                return values.Functions.Passed(value).Aggregate(ArgumentValues.Nothing, static (some, more) => some.Or(more));
            case { } type when ElementReading.IsOfTexts(type):
                return ArgumentValues.Nothing with { Elements = values.Collections.ElementsOf(value) is { IsEmpty: false } elements ? [.. elements.Select(values.PartTexts)] : ElementReading.IsEmpty(value) ? [] : default };
            default:
                return Text(value);
        }
    }

    private ArgumentValues Text(IOperation value)
    {
        var texts = values.Texts(value);
        return ArgumentValues.Nothing with { Texts = texts, Verbs = [.. texts.Select(VerbPattern.Of)] };
    }

    // What the object was made with, where its members are read.
    private ArgumentValues Object(IOperation value) => Text(value) with
    {
        Object = Branches.Unconverted(value) is IParameterReferenceOperation { Parameter: var parameter } && ValueReader.CanForward(parameter) ? parameter : null,
        Made = values.MadeOf(value),
    };

    // The property of a record that its creator gives another value.
    private static bool IsReplaced(IOperation call, IParameterSymbol parameter) => call is IObjectCreationOperation { Initializer.Initializers: var initializers }
        && initializers.OfType<ISimpleAssignmentOperation>().Any(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: var name } && name == parameter.Name);
}
