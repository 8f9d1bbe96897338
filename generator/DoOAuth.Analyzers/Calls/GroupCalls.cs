using System.Collections.Immutable;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Calls;

/// <summary>Reads what is sent by a method of <c>HttpClient</c> that is an argument, as in <c>paths.Select(client.GetStringAsync)</c>.</summary>
internal static class GroupCalls
{
    /// <summary>Whether it is one. A delegate in a variable or a member is read where it is called.</summary>
    public static bool Is(IMethodReferenceOperation group) => ApiMethod.Sends(group.Method) && ArgumentWith(group) is not null;

    /// <summary>The requests, with those that are unknown.</summary>
    public static ImmutableArray<RequestPattern> RequestsOf(IMethodReferenceOperation group, string verb, ValueReader values)
    {
        if (ArgumentWith(group) is not { Parent: IInvocationOperation call, Parameter: { } parameter })
        {
            return [RequestPattern.Unknown];
        }

        var requests = call.TargetMethod is { DeclaringSyntaxReferences: [var declaration], IsAbstract: false, IsVirtual: false, IsOverride: false } method
            ? DelegateCalls.Of(values.Members.CodeOf(declaration.GetSyntax(), call), parameter.OriginalDefinition, 0).SelectMany(sent => sent is null ? [Unknown(verb)] : values.Members.Substituted(Read(sent), [method], call, call.Instance))
            : LambdaElements.IsGivenElements(call.TargetMethod) && LambdaElements.CollectionOf(call) is { } collection ? values.Collections.ElementsOf(collection).SelectMany(sent => Read(sent))
            : [];
        ImmutableArray<RequestPattern> found = [.. requests.Distinct()];
        return found.IsEmpty ? [Unknown(verb)] : found;

        ImmutableArray<RequestPattern> Read(IOperation sent) => verb.Length == 0 ? values.Requests(sent) : RequestPattern.Pair([VerbPattern.Of(verb)], values.Texts(sent));
    }

    private static RequestPattern Unknown(string verb) => verb.Length == 0 ? RequestPattern.Unknown : RequestPattern.Unknown with { Verb = VerbPattern.Of(verb) };

    private static IArgumentOperation? ArgumentWith(IOperation group)
    {
        var around = group.Parent;
        while (around is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            around = around.Parent;
        }

        return around as IArgumentOperation;
    }
}
