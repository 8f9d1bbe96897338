using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>What is known about a value where conditions ask for it.</summary>
/// <param name="IsConstant">Whether it is a constant.</param>
/// <param name="Constant">The constant; null also for null.</param>
/// <param name="Type">The class of the object, if it is known; null if it is not.</param>
internal readonly record struct KnownValue(bool IsConstant, object? Constant, ITypeSymbol? Type)
{
    /// <summary>Something that is not null.</summary>
    public static KnownValue NotNull { get; } = new(false, null, null);

    /// <summary>Whether it is null. What is not a constant is known not to be.</summary>
    public bool IsNull => IsConstant && Constant is null;

    public static KnownValue Of(object? constant) => new(true, constant, null);

    public static KnownValue Made(ITypeSymbol type) => new(false, null, type);

    /// <summary>Whether it equals a constant; null if that is not known.</summary>
    public bool? Is(object? constant) => constant is null || IsNull ? IsNull && constant is null
        : !IsConstant ? null
        : Number(Constant) is { } number && Number(constant) is { } other ? number == other
        : Constant!.GetType() == constant.GetType() ? Constant.Equals(constant) : null;

    /// <summary>Its order to a constant, as a comparer gives it; null if that is not known.</summary>
    public int? Compared(object? constant) => IsConstant && Number(Constant) is { } number && Number(constant) is { } other ? number.CompareTo(other) : null;

    /// <summary>Whether it is of a type; null if that is not known.</summary>
    public bool? IsOf(ITypeSymbol type)
    {
        if (IsNull || Type is null)
        {
            return IsNull ? false : null;
        }

        for (var own = Type; own is not null; own = own.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(own, type))
            {
                return true;
            }
        }

        return type is ITypeParameterSymbol or INamedTypeSymbol { Arity: > 0 } ? null : Type.AllInterfaces.Contains(type, SymbolEqualityComparer.Default);
    }

    private static decimal? Number(object? constant) => constant switch
    {
        char letter => letter,
        sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToDecimal(constant, System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };
}
