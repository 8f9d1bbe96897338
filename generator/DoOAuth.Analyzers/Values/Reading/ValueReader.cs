using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads the values of expressions. There is one instance for each call that is read, because it remembers what it is reading.</summary>
internal sealed class ValueReader
{
    // Deeper than people write; it keeps the stack of an editor safe.
    private const int MostSteps = 24;

    private readonly HashSet<(SyntaxNode, Type)> _underway = [];
    private readonly TextReading _texts;
    private readonly VerbReading _verbs;
    private readonly RequestReading _requests;
    private readonly VariableValues<ClientValue> _clients;

    public ValueReader()
    {
        _texts = new TextReading(this);
        _verbs = new VerbReading(this);
        _requests = new RequestReading(this);
        _clients = new VariableValues<ClientValue>(value => [Client(value)], ClientValue.Unknown);
    }

    /// <summary>What an expression may be as text: a string, or the text of a <c>Uri</c>. Never none.</summary>
    public ImmutableArray<TextPattern> Texts(IOperation value) => Read(value, TextPattern.Hole, _texts.OfBranch);

    /// <summary>The possible values of an <c>HttpMethod</c>. Never empty.</summary>
    public ImmutableArray<VerbPattern> Verbs(IOperation value) => Read(value, VerbPattern.Unknown, _verbs.OfBranch);

    /// <summary>The possible values of an <c>HttpRequestMessage</c>. Never empty.</summary>
    public ImmutableArray<RequestPattern> Requests(IOperation value) => Read(value, RequestPattern.Unknown, _requests.OfBranch);

    /// <summary>Whose client an expression is.</summary>
    public ClientValue Client(IOperation value)
    {
        for (var inner = value; ; inner = inner is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)inner).Operand)
        {
            if (ClientTypes.IsDigitalOcean(inner.Type))
            {
                return new ClientValue(inner.Type, null);
            }

            if (inner is not (IConversionOperation or IParenthesizedOperation))
            {
                value = inner;
                break;
            }
        }

        switch (value)
        {
            case IParameterReferenceOperation { Parameter: var parameter } when IsPlain(value.Type) && CanForward(parameter):
                return new ClientValue(value.Type, parameter);
            case ILocalReferenceOperation { Local: var local } when IsPlain(value.Type):
                var values = Once(value.Syntax, ClientValue.Unknown, () => _clients.At(value, local));
                return values is [var only] && only != ClientValue.Unknown ? only
                    : values.All(other => ClientTypes.IsDigitalOcean(other.Type)) ? new ClientValue(ClientTypes.Base(values[0].Type), null)
                    : new ClientValue(value.Type, null);
            default:
                return new ClientValue(value.Type, null);
        }
    }

    /// <summary>Reads an argument that a method can pass to a call.</summary>
    public ArgumentValues Argument(IOperation value)
    {
        switch (Branches.Unconverted(value).Type)
        {
            case { Name: "HttpMethod" }:
                return ArgumentValues.Nothing with { Verbs = Verbs(value) };
            case { Name: "HttpRequestMessage" }:
                var requests = Requests(value);
                return new([.. requests.Select(request => request.Address).Distinct()], [.. requests.Select(request => request.Verb).Distinct()], requests);
            case { SpecialType: SpecialType.System_String } or { Name: "Uri" }:
                var texts = Texts(value);
                return ArgumentValues.Nothing with { Texts = texts, Verbs = [.. texts.Select(VerbPattern.Of)] };
            case { } type when ClientTypes.IsDigitalOcean(type) || IsPlain(type):
                var client = Client(value);
                return ArgumentValues.Nothing with { Client = client.Type, ClientParameter = client.Parameter };
            default:
                return ArgumentValues.Nothing;
        }
    }

    /// <summary>Reads at one place, unless the same is underway already: a value that comes of itself is not known.</summary>
    public ImmutableArray<T> Once<T>(SyntaxNode place, T unknown, Func<ImmutableArray<T>> read)
    {
        if (_underway.Count >= MostSteps || !_underway.Add((place, typeof(T))))
        {
            return [unknown];
        }

        var values = read();
        _underway.Remove((place, typeof(T)));
        return values;
    }

    /// <summary>Whether callers hand the parameter in where it can be seen: a lambda's caller is not, nor is a class's.</summary>
    public static bool CanForward(IParameterSymbol parameter) =>
        parameter is { RefKind: RefKind.None or RefKind.In, IsParams: false, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation } };

    private static bool IsPlain(ITypeSymbol? type) => ClientTypes.IsHttp(type, "HttpClient") || ClientTypes.IsHttp(type, "HttpMessageInvoker");

    private static ImmutableArray<T> Read<T>(IOperation value, T unknown, Func<IOperation, ImmutableArray<T>> ofArm)
    {
        ImmutableArray<T> values = [.. Branches.Of(value).SelectMany(arm => ofArm(arm)).Distinct()];
        return values.IsEmpty ? [unknown] : values;
    }
}
