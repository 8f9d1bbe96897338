using DoOAuth.Shapes;
using YamlDotNet.RepresentationModel;

namespace DoOAuth.RefreshData.Shapes;

/// <summary>
/// Collects the values in whole examples of answers, so that a member without an example of its own gets one. A member's own example is
/// used first.
/// </summary>
internal sealed class ExampleCollector
{
    private readonly List<(string Type, YamlNode Value)> _answers = [];
    private readonly Dictionary<(string Shape, string Member), string> _found = [];
    private Dictionary<string, DescribedShape> _shapes = [];

    /// <summary>Adds a whole example.</summary>
    public void Add(string type, YamlNode value) => _answers.Add((type, value));

    /// <summary>The shapes, with examples for all members that the whole examples contain.</summary>
    public IReadOnlyList<DescribedShape> Fill(IReadOnlyList<DescribedShape> shapes)
    {
        _shapes = shapes.ToDictionary(shape => shape.Name, StringComparer.Ordinal);
        foreach (var (type, value) in _answers)
        {
            Walk(ShapeType.Parse(type), value);
        }

        return [.. shapes.Select(shape => shape.Chooser is not null ? shape : shape with { Members = [.. shape.Members.Select(member => Filled(shape, member))] })];
    }

    private DescribedMember Filled(DescribedShape shape, DescribedMember member) =>
        Placeholder.IsOne(member.Example) ? member with { Example = _found.GetValueOrDefault((shape.Name, member.Name), "") } : member;

    private void Walk(ShapeType type, YamlNode value)
    {
        switch (type.Kind)
        {
            case ValueKind.Named:
                WalkNamed(_shapes[type.Name], value);
                break;
            case ValueKind.Array:
                WalkAll(type.Item!, value.Items());
                break;
            case ValueKind.Map:
                WalkAll(type.Item!, value.Fields().Select(field => field.Value));
                break;
            case ValueKind.Union:
                WalkAll(type.Alternatives.FirstOrDefault(alternative => HasAllMembers(alternative, value)), [value]);
                break;
        }
    }

    private void WalkAll(ShapeType? type, IEnumerable<YamlNode> values)
    {
        if (type is not null)
        {
            foreach (var value in values)
            {
                Walk(type, value);
            }
        }
    }

    private void WalkNamed(DescribedShape shape, YamlNode value)
    {
        if (shape.Type is not null)
        {
            Walk(ShapeType.Parse(shape.Type), value);
            return;
        }

        foreach (var member in shape.Members)
        {
            if (value.Child(member.Name) is { } child)
            {
                Visit(shape, member, child);
            }
        }
    }

    private void Visit(DescribedShape shape, DescribedMember member, YamlNode value)
    {
        Walk(ShapeType.Parse(member.Type), value);
        var json = JsonText.Of(value);
        var isTooLarge = member.Type.StartsWith("integer", StringComparison.Ordinal) && json.Contains('E', StringComparison.Ordinal);
        if (!Placeholder.IsOne(json) && !isTooLarge && !json.Contains('{', StringComparison.Ordinal))
        {
            _found.TryAdd((shape.Name, member.Name), json);
        }
    }

    // Which alternative an example shows can only be told by its members.
    private bool HasAllMembers(ShapeType alternative, YamlNode value) =>
        alternative.Kind == ValueKind.Named
        && value.Fields().All(field => _shapes[alternative.Name].Members.Any(member => member.Name == field.Key.Text()));
}
