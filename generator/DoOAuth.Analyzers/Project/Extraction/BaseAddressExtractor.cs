using DoOAuth.Analyzers.Calls.HttpLibraries;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the base addresses that code gives to plain clients, by where the clients are kept or how they are registered.</summary>
internal sealed class BaseAddressExtractor(ProjectSummary summary)
{
    public void Assignment(IAssignmentOperation assignment)
    {
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "BaseAddress", ContainingType: var type }, Instance: { } client }
            && ClientTypes.IsHttp(type, "HttpClient")
            && KeyOf(client) is { } key)
        {
            summary.BaseAddresses.Enqueue((key, assignment.Value.Syntax));
        }
        else if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "BaseUrl", ContainingType: { } adapter } } && adapter.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.Kiota.", StringComparison.Ordinal) is true)
        {
            summary.BaseAddresses.Enqueue((Kiota.BaseUrlKey, assignment.Value.Syntax));
        }
    }

    /// <summary>A client of another library that is made, with an address or a client of HTTP.</summary>
    public void Creation(IObjectCreationOperation creation)
    {
        if (TypedClients.Is(creation.Type))
        {
            summary.BaseAddresses.Enqueue((TypedClientReading.MadeKey(creation.Type!), creation.Syntax));
            return;
        }

        var key = RestSharp.IsClient(creation.Type) ? RestSharp.ClientKey : Flurl.IsClient(creation.Type) ? Flurl.ClientKey : Kiota.IsAdapter(creation.Type) ? Kiota.AdapterKey : null;
        if (key is not null)
        {
            summary.BaseAddresses.Enqueue((key, creation.Syntax));
        }
    }

    /// <summary>The same by a method.</summary>
    public void Call(IInvocationOperation call)
    {
        // A method that is given the client may set its address: it is looked for there.
        foreach (var argument in call.Arguments)
        {
            if (argument.Value is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda, Type: var type } } client && ClientTypes.IsPlain(type) && !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && ClientRegistrations.Of(client, lambda) is { } configured)
            {
                summary.BaseAddresses.Enqueue((configured, call.Syntax));
            }
            else if (argument.Value is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method.Parameters: [{ Type: var given }] } method } && ClientTypes.IsPlain(given) && ClientRegistrations.Of(call) is { } registered)
            {
                summary.BaseAddresses.Enqueue((registered, method.Syntax));
            }
        }

        if (call is { TargetMethod: { Name: "AddTypedClient", TypeArguments: [.., var typed] }, Arguments.Length: 1 })
        {
            summary.BaseAddresses.Enqueue((typed.OriginalDefinition, call.Syntax));
        }
        else if (call.TargetMethod.Name == "For" && Refit.MadeBy(call) is { } api)
        {
            summary.BaseAddresses.Enqueue((api.OriginalDefinition, call.Syntax));
        }
        else if (call.TargetMethod.Name is "AddScoped" or "AddTransient" or "AddSingleton" or "AddKeyedScoped" or "AddKeyedTransient" or "AddKeyedSingleton" or "TryAddScoped" or "TryAddTransient" or "TryAddSingleton")
        {
            foreach (var made in call.Arguments.SelectMany(argument => Returned(Branches.Unconverted(argument.Value))).Where(made => TypedClients.Is(made.Type)))
            {
                summary.BaseAddresses.Enqueue((made.Type!.OriginalDefinition, made.Syntax));
            }
        }
    }

    // An object, or what a lambda returns.
    private static IEnumerable<IOperation> Returned(IOperation given) => given is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }
        ? lambda.Body.Descendants().OfType<IReturnOperation>().Select(statement => statement.ReturnedValue).OfType<IOperation>().Select(Branches.Unconverted)
        : [given];

    private static object? KeyOf(IOperation client) => client switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type } => type.OriginalDefinition,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda } } => ClientRegistrations.Of(client, lambda),
        IParameterReferenceOperation { Parameter: var parameter } => parameter.OriginalDefinition,
        IFieldReferenceOperation or IPropertyReferenceOperation => ((IMemberReferenceOperation)client).Member.OriginalDefinition,
        _ => null,
    };
}
