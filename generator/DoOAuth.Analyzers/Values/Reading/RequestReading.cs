using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads <c>HttpRequestMessage</c>s.</summary>
internal sealed class RequestReading
{
    private readonly ValueReader _values;
    private readonly VariableValues<RequestPattern> _variables;

    public RequestReading(ValueReader values)
    {
        _values = values;
        _variables = new VariableValues<RequestPattern>(values, values.Requests, RequestPattern.Unknown)
        {
            Change = (requests, property, value) => Changed(requests, property.Property.Name, value),
        };
    }

    /// <summary>Reads an expression that is not a conditional.</summary>
    public ImmutableArray<RequestPattern> OfBranch(IOperation value) => value switch
    {
        IObjectCreationOperation { Type.Name: "HttpRequestMessage" or "RestRequest" } creation => OfCreation(creation),
        IInvocationOperation { Type.Name: "RestRequest", TargetMethod.ContainingNamespace: { Name: "RestSharp", ContainingNamespace.IsGlobalNamespace: true } } call
            when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } made => _values.Requests(made),
        ILocalReferenceOperation { Local: var local } => _values.Once(value.Syntax, RequestPattern.Unknown, () => _variables.At(value, local)),
        IParameterReferenceOperation { Parameter: var parameter } => _values.Once(
            value.Syntax,
            RequestPattern.Unknown,
            () => _variables.At(value, parameter, ValueReader.CanForward(parameter) ? RequestPattern.Of(parameter) : RequestPattern.Unknown)),
        IInvocationOperation or IMemberReferenceOperation => _values.Members.Read(value, RequestPattern.Unknown, _values.Requests, RequestPattern.Of),
        _ => [RequestPattern.Unknown],
    };

    private ImmutableArray<RequestPattern> OfCreation(IObjectCreationOperation creation)
    {
        var requests = RequestPattern.Pair(
            Argument(creation, "method") is { } method ? _values.Verbs(method) : [VerbPattern.Of("GET")],
            (Argument(creation, "requestUri") ?? Argument(creation, "resource")) is { } address ? _values.Texts(address) : [TextPattern.Empty]);
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

    private static IOperation? Argument(IObjectCreationOperation creation, string name) =>
        creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;
}
