using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the app's policies, and the calls that set up a framework for all of its endpoints.</summary>
internal sealed class AuthorizationExtractor(ProjectSummary summary, GuardReader guards)
{
    public void Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "AddPolicy" when IsAuthorization(method):
                Policy(call, call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "name")?.Value.ConstantValue.Value as string);
                break;
            case "AddDefaultPolicy" or "SetDefaultPolicy" when IsAuthorization(method):
                Policy(call, "");
                break;
            case "AddFallbackPolicy" or "SetFallbackPolicy" when IsAuthorization(method):
                Policy(call, PolicyReader.Fallback);
                break;
            case "Add" or "AddService" when call.Instance?.Type is { Name: "FilterCollection" }:
                Convention(EndpointFamily.Controllers, call);
                break;
            case "Add" when call.Instance is IPropertyReferenceOperation { Property: { Name: "Conventions", ContainingType.Name: "MvcOptions" } }:
                Convention(EndpointFamily.Controllers, call);
                break;
            case "Add" when call.Instance?.Type is { Name: "PageConventionCollection" }:
                Convention(EndpointFamily.Pages, call);
                break;
            case "AddFilter" when method.ContainingType.Name is "HubOptionsExtensions":
                Convention(EndpointFamily.Hubs, call);
                break;
            case "Add" when call.Instance?.Type is { Name: "InterceptorCollection" }:
                Convention(EndpointFamily.Grpc, call);
                break;
            default:
                if (method.ContainingType?.Name == "PageConventionCollectionExtensions")
                {
                    Convention(EndpointFamily.Pages, call);
                }

                break;
        }
    }

    public void Assignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "DefaultPolicy" or "FallbackPolicy", ContainingType.Name: "AuthorizationOptions" } property }
            && assignment.Value is not { ConstantValue: { HasValue: true, Value: null } })
        {
            summary.Policies.Enqueue((property.Name == "DefaultPolicy" ? "" : PolicyReader.Fallback, PolicyReader.Of(assignment.Value, guards)));
        }
    }

    private void Policy(IInvocationOperation call, string? name)
    {
        if (name is not null && call.Arguments.LastOrDefault()?.Value is { } policy)
        {
            summary.Policies.Enqueue((name, PolicyReader.Of(policy, guards)));
        }
    }

    private void Convention(EndpointFamily family, IInvocationOperation call) => summary.Conventions.Enqueue((family, call.Syntax));

    private static bool IsAuthorization(IMethodSymbol method) => method.ContainingType is { Name: "AuthorizationOptions" or "AuthorizationBuilder" } type && Namespaces.IsIn(type, "Microsoft.AspNetCore.Authorization");
}
