using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the base addresses that code gives to plain clients, by where the clients are kept or how they are registered.</summary>
internal sealed class BaseAddressExtractor(ProjectSummary summary)
{
    public void Assignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "BaseAddress", ContainingType: var type }, Instance: { } client }
            && ClientTypes.IsHttp(type, "HttpClient")
            && KeyOf(client) is { } key)
        {
            summary.BaseAddresses.Enqueue((key, assignment.Value.Syntax));
        }
    }

    private static object? KeyOf(IOperation client) => client switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type } => type.OriginalDefinition,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda } } => RegistrationOf(client, lambda),
        IParameterReferenceOperation { Parameter: var parameter } => parameter.OriginalDefinition,
        IFieldReferenceOperation or IPropertyReferenceOperation => ((IMemberReferenceOperation)client).Member.OriginalDefinition,
        _ => null,
    };

    // The type or name that AddHttpClient registers, whose builder or itself is given the lambda.
    private static object? RegistrationOf(IOperation client, IMethodSymbol lambda)
    {
        IOperation? around = client;
        while (around is not null && !(around is IAnonymousFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, lambda)))
        {
            around = around.Parent;
        }

        while (around is not null and not IInvocationOperation)
        {
            around = around.Parent;
        }

        for (var call = around as IInvocationOperation; call is not null; call = Branch(call))
        {
            if (call.TargetMethod.Name == "AddHttpClient")
            {
                return call.TargetMethod.TypeArguments.LastOrDefault()?.OriginalDefinition
                    ?? (object?)(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "name")?.Value.ConstantValue.Value as string);
            }
        }

        return null;
    }

    // The call before it in a chain.
    private static IInvocationOperation? Branch(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value) as IInvocationOperation;
}
