using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>Code as a call or a delegate names it, which can have several implementations.</summary>
/// <param name="Key">The named code.</param>
/// <param name="Method">The method as it is named, with its type arguments; null for a lambda.</param>
/// <param name="IsDispatched">Whether it is an interface's, abstract or virtual method, so that other methods can run instead.</param>
/// <param name="Receiver">The static type that it is called on.</param>
internal readonly record struct CallTarget(CodeKey Key, IMethodSymbol? Method = null, bool IsDispatched = false, ITypeSymbol? Receiver = null)
{
    public static CallTarget Of(IInvocationOperation call) => Of(
        call.TargetMethod, call.IsVirtual || call.ConstrainedToType is not null, call.ConstrainedToType ?? call.Instance?.Type);

    public static CallTarget Of(IMethodReferenceOperation reference) => Of(
        reference.Method, reference.IsVirtual || reference.ConstrainedToType is not null, reference.ConstrainedToType ?? reference.Instance?.Type);

    public static CallTarget Of(IMethodSymbol method, bool isVirtual, ITypeSymbol? receiver) => new(
        CodeKey.Of(method), method, isVirtual && (method.IsAbstract || method.IsVirtual || method.IsOverride), receiver);
}
