using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads <c>HttpRequestMessage</c>s.</summary>
internal sealed class RequestReading
{
    private readonly ValueReader _values;
    private readonly VariableValues<RequestPattern> _variables;
    private readonly OwnRequestReading _own;

    public RequestReading(ValueReader values)
    {
        _values = values;
        _own = new OwnRequestReading(values);
        _variables = new VariableValues<RequestPattern>(values, values.Requests, RequestPattern.Unknown)
        {
            Passed = new PassedRequests(values).After,
            Change = (requests, property, value) => Changed(requests, property.Property.Name, value),
        };
    }

    /// <summary>Reads an expression that is not a conditional.</summary>
    public ImmutableArray<RequestPattern> OfBranch(IOperation value) => value switch
    {
        IObjectCreationOperation { Type.Name: "HttpRequestMessage" or "RestRequest" } creation => Initialized(creation, Made(creation.Arguments)),
        IObjectCreationOperation { Constructor: { } constructor } creation when ClientTypes.IsRequest(creation.Type) => Initialized(creation, _own.Of(constructor, creation, arguments => Made(arguments))),
        IInvocationOperation { Type.Name: "RestRequest", TargetMethod.ContainingNamespace: { Name: "RestSharp", ContainingNamespace.IsGlobalNamespace: true } } call
            when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } made => _values.Requests(made),
        ILocalReferenceOperation { Local: var local } => _values.Once(value.Syntax, RequestPattern.Unknown, () => _variables.At(value, local)),
        IParameterReferenceOperation { Parameter: var parameter } => _values.Once(
            value.Syntax,
            RequestPattern.Unknown,
            () => _variables.At(value, parameter, _values.Given((IParameterReferenceOperation)value, RequestPattern.Unknown, _values.Requests, RequestPattern.Of))),
        IInvocationOperation or IMemberReferenceOperation => _values.Members.Read(value, RequestPattern.Unknown, _values.Requests, RequestPattern.Of),
        _ => [RequestPattern.Unknown],
    };

    /// <summary>The requests that a constructor of the project's own makes, as functions of its parameters.</summary>
    public ImmutableArray<RequestPattern> After(IMethodSymbol constructor) => _own.After(constructor, arguments => Made(arguments));

    private ImmutableArray<RequestPattern> Made(ImmutableArray<IArgumentOperation> arguments) => RequestPattern.Pair(
        Argument(arguments, "method") is { } method ? _values.Verbs(method) : [VerbPattern.Of("GET")],
        (Argument(arguments, "requestUri") ?? Argument(arguments, "resource")) is { } address ? _values.Texts(address) : [TextPattern.Empty]);

    private ImmutableArray<RequestPattern> Initialized(IObjectCreationOperation creation, ImmutableArray<RequestPattern> requests)
    {
        foreach (var initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value })
            {
                requests = Changed(requests, name, value);
            }
        }

        return requests;
    }

    private ImmutableArray<RequestPattern> Changed(ImmutableArray<RequestPattern> requests, string property, IOperation value) => property switch
    {
        "Method" => RequestPattern.Pair(_values.Verbs(value), [.. requests.Select(request => request.Address).Distinct()]),
        "RequestUri" or "Resource" => RequestPattern.Pair([.. requests.Select(request => request.Verb).Distinct()], _values.Texts(value)),
        _ => requests,
    };

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == name && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;
}
