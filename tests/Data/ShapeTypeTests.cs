using DoOAuth.Shapes;

namespace DoOAuth.Data.Tests;

public sealed class ShapeTypeTests
{
    [Theory]
    [InlineData("string", "Text")]
    [InlineData("integer:int64", "Integer")]
    [InlineData("droplet", "Named")]
    [InlineData("droplet[]", "Array")]
    [InlineData("string{}", "Map")]
    [InlineData("string|integer", "Union")]
    [InlineData("(string|integer)[]", "Array")]
    [InlineData("string(a,b)", "Text")]
    [InlineData("object", "FreeObject")]
    [InlineData("any", "Any")]
    public void A_type_is_read(string text, string kind) => Assert.Equal(kind, ShapeType.Parse(text).Kind.ToString());

    [Fact]
    public void Null_belongs_to_the_whole_type()
    {
        var type = ShapeType.Parse("string[]?");
        Assert.True(type.IsNullable);
        Assert.False(type.Item!.IsNullable);
        Assert.True(ShapeType.Parse("string?[]").Item!.IsNullable);
    }

    [Fact]
    public void Values_can_have_any_character()
    {
        var type = ShapeType.Parse("string(v1%2Finsights,a%2Cb,red%2A)");
        Assert.Equal(["v1/insights", "a,b", "red*"], type.Values);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a)")]
    public void What_is_no_type_is_an_error(string text) => Assert.Throws<FormatException>(() => ShapeType.Parse(text));
}
