using System.Collections.Immutable;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Secrets;

/// <summary>A place in the code that gets a client secret.</summary>
/// <param name="Value">The value.</param>
/// <param name="Section">The configuration section in the key; null if an application's options get the secret.</param>
internal sealed record SecretPlace(IOperation Value, string? Section)
{
    // Methods with a key and then its value, from any library: hosts, dictionaries, the environment.
    private static readonly ImmutableHashSet<string> Setters =
        ["UseSetting", "Add", "TryAdd", "Set", "SetValue", "SetEnvironmentVariable", "WithEnvironment", "Create"];

    /// <summary>Reads <c>options.ClientSecret = …</c> and <c>configuration["DigitalOcean:ClientSecret"] = …</c>, in initializers too.</summary>
    public static SecretPlace? Of(IAssignmentOperation assignment) => Of(assignment.Target, assignment.Value);

    /// <summary>Reads a call such as <c>UseSetting("DigitalOcean:ClientSecret", …)</c>, and an element of a dictionary's initializer.</summary>
    public static SecretPlace? Of(IInvocationOperation call) =>
        call.Arguments.Length >= 2 && Setters.Contains(call.TargetMethod.Name) ? Of(call.Arguments) : null;

    /// <summary>Reads a pair that is created with <c>new</c>.</summary>
    public static SecretPlace? Of(IObjectCreationOperation creation) =>
        creation.Type is { Name: "KeyValuePair" } && creation.Arguments.Length == 2 ? Of(creation.Arguments) : null;

    /// <summary>Reads a pair of a key and a value, and the values that a deconstruction assigns.</summary>
    public static SecretPlace? Of(ITupleOperation tuple) =>
        tuple.Elements is [var key, var value] && SectionIn(key) is { } section ? new SecretPlace(value, section) : null;

    /// <summary>Matches the two sides of a deconstruction.</summary>
    public static IEnumerable<SecretPlace> AllOf(IDeconstructionAssignmentOperation assignment) =>
        assignment is { Target: ITupleOperation targets, Value: var value } && Unconverted(value) is ITupleOperation values
            ? targets.Elements.Zip(values.Elements, Of).OfType<SecretPlace>()
            : [];

    private static SecretPlace? Of(IOperation target, IOperation value) => target switch
    {
        IPropertyReferenceOperation { Property.Name: "ClientSecret", Instance.Type: INamedTypeSymbol { Name: "DigitalOceanOptions" } type }
            when RuntimeTypes.IsInRuntime(type) => new SecretPlace(value, null),
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var key], Instance: var instance }
            when SectionIn(key.Value, instance) is { } section => new SecretPlace(value, section),
        _ => null,
    };

    // An extension method's receiver is its first argument, and named arguments can be in any order. The value's parameter follows the key's.
    private static SecretPlace? Of(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var key in arguments)
        {
            if (SectionIn(key.Value) is { } section
                && arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == key.Parameter?.Ordinal + 1) is { } value)
            {
                return new SecretPlace(value.Value, section);
            }
        }

        return null;
    }

    private static string? SectionIn(IOperation key, IOperation? instance = null)
    {
        if (TextOf(key) is not { } text)
        {
            return null;
        }

        // GetSection("DigitalOcean")["ClientSecret"]
        return Unconverted(instance) is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } section
            && section.Arguments.Select(argument => TextOf(argument.Value)).OfType<string>().FirstOrDefault() is { } outer
                ? SecretKey.SectionOf($"{outer}:{text}")
                : SecretKey.SectionOf(text);
    }

    private static string? TextOf(IOperation value) => Unconverted(value)?.ConstantValue.Value as string;

    private static IOperation? Unconverted(IOperation? value) => value is IConversionOperation conversion ? Unconverted(conversion.Operand) : value;
}
