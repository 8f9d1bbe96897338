using DoOAuth.Catalog;

namespace DoOAuth.Shapes;

/// <summary>
/// What requests and answers look like, from <c>data/shapes.tsv</c>: one block for each shape, its name at the start of a line, and one
/// line for each member after it, which starts with a tab: name (<c>!</c> required, <c>&lt;</c> only in answers, <c>&gt;</c> only in
/// requests), type, example, default, limits.
/// </summary>
internal sealed class ShapeCatalog
{
    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);
    private readonly List<DataFault> _faults = [];

    private ShapeCatalog()
    {
    }

    /// <summary>All shapes.</summary>
    public IReadOnlyCollection<Shape> Shapes => _shapes.Values;

    /// <summary>The errors in the file. Blocks with errors are left out.</summary>
    public IReadOnlyList<DataFault> Faults => _faults;

    /// <summary>Reads <c>shapes.tsv</c>. It never throws because of the content: see <see cref="Faults"/>.</summary>
    public static ShapeCatalog Parse(string text)
    {
        var catalog = new ShapeCatalog();
        string header = "";
        var start = 0;
        var members = new List<ShapeMember>();
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var line = text[range].TrimEnd('\r');
            try
            {
                if (line.StartsWith('\t'))
                {
                    members.Add(Member(line));
                }
                else if (line.Length > 0 && line[0] != '#')
                {
                    catalog.Add(header, members, start);
                    (header, start, members) = (line, number, []);
                }
            }
            catch (FormatException exception)
            {
                catalog._faults.Add(new DataFault(number, exception.Message));
            }
        }

        catalog.Add(header, members, start);
        catalog.CheckNames();
        return catalog;
    }

    /// <summary>A shape, or null if there is none of that name.</summary>
    public Shape? Find(string name) => _shapes.GetValueOrDefault(name);

    /// <summary>The type that a name means in the end, and the shape if it has members.</summary>
    public (ShapeType Type, Shape? Shape) Resolve(ShapeType type)
    {
        while (type.Kind == ValueKind.Named)
        {
            var shape = _shapes[type.Name];
            if (shape.Alias is not { } meant)
            {
                return (type, shape);
            }

            type = meant;
        }

        return (type, null);
    }

    private static ShapeMember Member(string line)
    {
        var cells = line.Split('\t');
        if (cells.Length is < 3 or > 6)
        {
            throw new FormatException($"The line has {cells.Length - 1} cells. A member has a name, a type, and if needed an example, a default and limits.");
        }

        string Cell(int index) => index < cells.Length ? cells[index] : "";
        var access = cells[1][^1];
        var marked = access is '<' or '>' ? cells[1][..^1] : cells[1];
        var isRequired = marked.EndsWith('!');
        return new ShapeMember(
            isRequired ? marked[..^1] : marked, isRequired, access == '<', access == '>', ShapeType.Parse(cells[2]), Cell(3), Cell(4), ValueLimits.Parse(Cell(5)));
    }

    private void Add(string header, List<ShapeMember> members, int line)
    {
        if (header.Length == 0)
        {
            return;
        }

        var shape = header.Split(" = ", 2) is [var alias, var type]
            ? new Shape(alias, ShapeType.Parse(type), null, [])
            : header.Split(" by ", 2) is [var choice, var chooser]
                ? new Shape(choice, null, chooser, members)
                : new Shape(header, null, null, members);
        if (!_shapes.TryAdd(shape.Name, shape))
        {
            _faults.Add(new DataFault(line, $"The shape {shape.Name} is in the file twice."));
        }
    }

    private void CheckNames()
    {
        foreach (var shape in _shapes.Values)
        {
            foreach (var missing in shape.Members.Select(member => member.Type).Append(shape.Alias).OfType<ShapeType>().SelectMany(NamesIn).Where(name => !_shapes.ContainsKey(name)))
            {
                _faults.Add(new DataFault(1, $"{shape.Name} uses the shape {missing}, which does not exist."));
            }
        }
    }

    private static IEnumerable<string> NamesIn(ShapeType type) =>
        type.Kind == ValueKind.Named ? [type.Name] : type.Alternatives.Append(type.Item).OfType<ShapeType>().SelectMany(NamesIn);
}
