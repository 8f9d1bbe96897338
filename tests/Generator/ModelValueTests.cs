using System.Collections;
using System.Reflection;
using DoOAuth.Generator.Model;
using DoOAuth.Generator.Tests.Harness;
using DoOAuth.Generator.Tests.Shapes;

namespace DoOAuth.Generator.Tests;

/// <summary>Between the steps travel values: a symbol or a tree would keep whole compilations alive and never equal its successor.</summary>
public sealed class ModelValueTests
{
    public static TheoryData<string> Shapes => new(AllShapes.Names);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_step_hands_on_anything_of_the_compiler(string name)
    {
        var session = new Session(AllShapes.Find(name));
        foreach (var (value, _) in Steps.All.SelectMany(session.OutputsOf))
        {
            foreach (var type in TypesIn(value, depth: 0))
            {
                Assert.False(type.Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), type.FullName);
            }
        }
    }

    [Fact]
    public void Arrays_in_the_model_are_equal_when_their_items_are()
    {
        var array = new EquatableArray<string>(["a", "b"]);

        Assert.Equal(array, new EquatableArray<string>(["a", "b"]));
        Assert.Equal(array.GetHashCode(), new EquatableArray<string>(["a", "b"]).GetHashCode());
        Assert.NotEqual(array, new EquatableArray<string>(["b", "a"]));
        Assert.NotEqual(array, new EquatableArray<string>(["a"]));
        Assert.Equal(default, new EquatableArray<string>([]));
        Assert.Empty(default(EquatableArray<string>));
    }

    private static IEnumerable<Type> TypesIn(object? value, int depth)
    {
        Assert.True(depth < 20, "A model that goes this deep is none.");
        if (value is null)
        {
            yield break;
        }

        yield return value.GetType();
        if (value is string || value.GetType().IsPrimitive || value.GetType().IsEnum)
        {
            yield break;
        }

        var inner = value is IEnumerable items
            ? items.Cast<object?>()
            : value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(field => field.GetValue(value));
        foreach (var type in inner.SelectMany(item => TypesIn(item, depth + 1)))
        {
            yield return type;
        }
    }
}
