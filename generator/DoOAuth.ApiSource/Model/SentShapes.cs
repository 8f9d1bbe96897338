using DoOAuth.Shapes;

namespace DoOAuth.ApiSource.Model;

/// <summary>Finds the shapes that a request can contain.</summary>
internal static class SentShapes
{
    /// <summary>The names of the shapes.</summary>
    public static HashSet<string> Of(ShapeCatalog shapes, AnswerCatalog answers)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<ShapeType>(answers.Entries.Select(entry => entry.Request).OfType<ShapeType>());
        while (pending.TryPop(out var type))
        {
            foreach (var inner in type.Alternatives.Append(type.Item).OfType<ShapeType>())
            {
                pending.Push(inner);
            }

            if (type.Name.Length > 0 && sent.Add(type.Name) && shapes.Find(type.Name) is { } shape)
            {
                foreach (var inner in shape.Members.Where(member => !member.IsReadOnly).Select(member => member.Type).Append(shape.Alias).OfType<ShapeType>())
                {
                    pending.Push(inner);
                }
            }
        }

        return sent;
    }
}
