using System.Collections;
using System.Reflection;

namespace DoOAuth.Api.Tests.Json;

/// <summary>Finds what no property of an object holds, in the object and in everything in it.</summary>
internal static class Members
{
    /// <summary>The members whose value is of another kind than described.</summary>
    public static IEnumerable<string> Mistyped(object? value) => Walk(value, "$", item => item.MistypedMembers.Keys);

    /// <summary>The members that are not described.</summary>
    public static IEnumerable<string> Unknown(object? value) => Walk(value, "$", item => item.OtherMembers.Keys);

    private static IEnumerable<string> Walk(object? value, string at, Func<DigitalOceanObject, IEnumerable<string>> members) => value switch
    {
        null or string => [],
        DigitalOceanObject item => members(item).Select(name => $"{at}.{name}").Concat(Properties(item).SelectMany(property => Walk(property.GetValue(item), $"{at}.{property.Name}", members))),
        IEnumerable items => items.Cast<object?>().SelectMany((item, index) => Walk(item, $"{at}[{index}]", members)),
        _ when value.GetType().Namespace == "DoOAuth.Api.Models" || value.GetType().IsGenericType => Properties(value).Where(property => property.Name == "Value").SelectMany(property => Walk(property.GetValue(value), at, members)),
        _ => [],
    };

    private static IEnumerable<PropertyInfo> Properties(object value) => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && property.Name is not ("OtherMembers" or "MistypedMembers"));
}
