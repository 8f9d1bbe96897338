using DoOAuth.Shapes;

namespace DoOAuth.ApiSource.Model;

/// <summary>
/// Members that choose one of several requests, in those requests that only one value chooses: the <c>type</c> of a request to resize a Droplet is
/// always <c>resize</c>.
/// </summary>
internal sealed class FixedValues
{
    private readonly Dictionary<(string Shape, string Member), HashSet<string>> _values = [];

    /// <summary>Reads the choices of a catalog.</summary>
    public FixedValues(ShapeCatalog shapes)
    {
        foreach (var choice in shapes.Shapes.Where(shape => shape.Chooser is not null))
        {
            foreach (var alternative in choice.Members)
            {
                var key = (shapes.Resolve(alternative.Type).Shape!.Name, choice.Chooser!);
                if (!_values.TryGetValue(key, out var values))
                {
                    _values.Add(key, values = []);
                }

                values.Add(alternative.Name);
            }
        }
    }

    /// <summary>The only value of a member, or null if it has several.</summary>
    public string? Of(string shape, string member) =>
        _values.TryGetValue((shape, member), out var values) && values.Count == 1 ? values.Single() : null;
}
