using DoOAuth.Catalog;

namespace DoOAuth.RefreshData.Shapes;

/// <summary>The corrections in <c>data/shape-corrections.tsv</c>.</summary>
internal sealed class ShapeCorrections
{
    private static readonly string[] Columns = ["name", "member", "column", "described", "corrected", "reason"];

    private ShapeCorrections(IReadOnlyList<ShapeCorrection> corrections, IReadOnlyList<DataFault> faults)
    {
        Corrections = corrections;
        Faults = faults;
    }

    /// <summary>The corrections in the order of the file.</summary>
    public IReadOnlyList<ShapeCorrection> Corrections { get; }

    /// <summary>The errors in the file.</summary>
    public IReadOnlyList<DataFault> Faults { get; }

    /// <summary>Reads the file.</summary>
    public static ShapeCorrections Parse(string text)
    {
        var faults = new List<DataFault>();
        var corrections = new List<ShapeCorrection>();
        foreach (var row in DataTable.Read(text, Columns, faults))
        {
            if (row.Cells[5].Length == 0)
            {
                faults.Add(new DataFault(row.Line, "The correction has no reason. Write into the last column why the description is wrong."));
            }
            else
            {
                corrections.Add(new ShapeCorrection(row.Cells[0], row.Cells[1], row.Cells[2], row.Cells[3], row.Cells[4], row.Line));
            }
        }

        return new ShapeCorrections(corrections, faults);
    }

    /// <summary>Applies the corrections.</summary>
    /// <exception cref="RefreshException">The description says something else by now than a correction expects.</exception>
    public ShapeTables ApplyTo(ShapeTables tables)
    {
        var shapes = tables.Shapes.ToDictionary(shape => shape.Name, StringComparer.Ordinal);
        var bodies = tables.Bodies.ToDictionary(body => body.OperationId, StringComparer.Ordinal);
        foreach (var correction in Corrections)
        {
            if (correction.Member.Length == 0)
            {
                bodies[correction.Name] = Corrected(bodies.GetValueOrDefault(correction.Name) ?? throw Gone(correction), correction, shapes);
            }
            else
            {
                shapes[correction.Name] = Corrected(shapes.GetValueOrDefault(correction.Name) ?? throw Gone(correction), correction);
            }
        }

        return new ShapeTables([.. shapes.Values], [.. bodies.Values]);
    }

    private static DescribedBody Corrected(DescribedBody body, ShapeCorrection correction, Dictionary<string, DescribedShape> shapes)
    {
        Expect(correction, correction.Column switch { "request" => body.Request, "status" => body.Status, "answer" => body.Answer, _ => throw Unknown(correction) });
        var corrected = WithShape($"{body.OperationId}.{correction.Column}", correction.Corrected, shapes);
        return correction.Column switch
        {
            "request" => body with { Request = corrected },
            "status" => body with { Status = corrected },
            _ => body with { Answer = corrected },
        };
    }

    // '{name:type}' is an object that the description does not have.
    private static string WithShape(string name, string text, Dictionary<string, DescribedShape> shapes)
    {
        if (text is not ['{', .. var inner, '}'])
        {
            return text;
        }

        shapes[name] = new DescribedShape(name, null, null,
        [
            .. inner.Split(", ").Select(member => member.Split(':', 2)).Select(pair => new DescribedMember(pair[0].TrimEnd('!'), pair[0].EndsWith('!'), "", pair[1], "", "", "")),
        ]);
        return name;
    }

    private static DescribedShape Corrected(DescribedShape shape, ShapeCorrection correction)
    {
        var members = shape.Members.ToList();
        var index = members.FindIndex(member => member.Name == correction.Member);
        if (correction.Column == "member")
        {
            Expect(correction, index < 0 ? "" : members[index].Type);
            if (index >= 0)
            {
                members.RemoveAt(index);
            }

            if (correction.Corrected.Length > 0)
            {
                var added = new DescribedMember(correction.Member, false, "", correction.Corrected, "", "", "");
                members.Insert(index < 0 ? members.Count : index, added);
            }
        }
        else
        {
            var member = index < 0 ? throw Gone(correction) : members[index];
            Expect(correction, correction.Column switch
            {
                "type" => member.Type,
                "required" => member.IsRequired ? "yes" : "",
                "example" => member.Example,
                "default" => member.Default,
                "limits" => member.Rules,
                _ => throw Unknown(correction),
            });
            members[index] = correction.Column switch
            {
                "type" => member with { Type = correction.Corrected },
                "required" => member with { IsRequired = correction.Corrected == "yes" },
                "example" => member with { Example = correction.Corrected },
                "default" => member with { Default = correction.Corrected },
                _ => member with { Rules = correction.Corrected },
            };
        }

        return shape with { Members = members };
    }

    private static void Expect(ShapeCorrection correction, string actual)
    {
        if (correction.Described != actual)
        {
            throw new RefreshException(
                $"data/shape-corrections.tsv, line {correction.Line}: the description says '{actual}' and not '{correction.Described}' about {correction.Column} of {correction.Name} {correction.Member}. Check whether the correction is still needed.");
        }
    }

    private static RefreshException Gone(ShapeCorrection correction) =>
        new($"data/shape-corrections.tsv, line {correction.Line}: the description has no {correction.Name} {correction.Member}. Remove the line.");

    private static RefreshException Unknown(ShapeCorrection correction) =>
        new($"data/shape-corrections.tsv, line {correction.Line}: '{correction.Column}' is not a column that can be corrected.");
}
