using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>Code as a call or a delegate names it, which can have several implementations.</summary>
/// <param name="Key">The named code.</param>
/// <param name="Method">The method as it is named, with its type arguments; null for a lambda.</param>
/// <param name="IsDispatched">Whether an interface, an abstract or virtual method is named, and others may run in its place.</param>
/// <param name="Receiver">The static type on which it is called.</param>
/// <param name="IsOnThis">Whether it is called on the object whose code names it.</param>
internal readonly record struct CallTarget(
    CodeKey Key, IMethodSymbol? Method = null, bool IsDispatched = false, ITypeSymbol? Receiver = null, bool IsOnThis = false)
{
    /// <summary>The type of a message that is sent, instead of a method: whatever handles it runs.</summary>
    public ITypeSymbol? Message { get; init; }

    public static CallTarget Of(IInvocationOperation call) =>
        Of(call.TargetMethod, call.IsVirtual || call.ConstrainedToType is not null, call.ConstrainedToType, call.Instance);

    public static CallTarget Of(IMethodReferenceOperation reference) =>
        Of(reference.Method, reference.IsVirtual || reference.ConstrainedToType is not null, reference.ConstrainedToType, reference.Instance);

    public static CallTarget Of(IMethodSymbol method, bool isVirtual, ITypeSymbol? constrainedTo, IOperation? instance) => new(
        CodeKey.Of(method),
        method,
        isVirtual && (method.IsAbstract || method.IsVirtual || method.IsOverride),
        constrainedTo ?? instance?.Type,
        instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance });
}
