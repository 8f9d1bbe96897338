using System.Reflection;
using System.Runtime.CompilerServices;

namespace DoOAuth.Api.Tests.PublicApi;

/// <summary>The public types and members of the package, one a line.</summary>
internal static class PublicNames
{
    private const string Models = "DoOAuth.Api.Models";

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Those that are written by hand.</summary>
    public static IEnumerable<string> ByHand() => Types()
        .Where(type => type.Namespace != Models && !IsGroup(type))
        .SelectMany(type => Members(type).Select(member => $"{Name(type)}.{member}").Prepend($"{Kind(type)} {Name(type)}"))
        .Order(StringComparer.Ordinal);

    /// <summary>Those that are written from the data: methods of groups, types, properties and values.</summary>
    public static IReadOnlySet<string> FromData() => Types().Where(type => type.Namespace == Models)
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(property => property.Name is not "Value" || property.GetMethod!.IsStatic || typeof(DigitalOceanObject).IsAssignableFrom(type))
            .Select(property => $"{type.Name}.{property.Name}").Prepend(type.Name))
        .Concat(Types().Where(IsGroup).SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => $"{type.Name[..^3]}.{method.Name}")))
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Type> Types() => typeof(DigitalOceanApi).Assembly.GetExportedTypes().Where(type => !type.IsNested);

    private static bool IsGroup(Type type) => type.Name.EndsWith("Api", StringComparison.Ordinal) && type.GetConstructors().Length == 0;

    private static IEnumerable<string> Members(Type type) => type.GetMembers(Declared)
        .Where(member => member is not Type && member.GetCustomAttribute<CompilerGeneratedAttribute>() is null && IsVisible(member) && !IsOfGroup(member))
        .Select(member => member.ToString()!);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic && !(method.IsSpecialName && method.Name is ['g' or 's', 'e', 't', '_', ..]),
        PropertyInfo property => property.GetAccessors().Length > 0,
        FieldInfo field => field.IsPublic && !field.IsSpecialName,
        _ => true,
    };

    // A group is a property of DigitalOceanApi and of HttpClient.
    private static bool IsOfGroup(MemberInfo member) => member is PropertyInfo property && IsGroup(property.PropertyType);

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Name(Type type) => type.FullName!;
}
