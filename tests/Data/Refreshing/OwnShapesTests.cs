using DoOAuth.ApiDescription;
using DoOAuth.Catalog;
using DoOAuth.Shapes;

namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>The repository's own shapes, written as a description and read again.</summary>
public sealed class OwnShapesTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void What_is_written_as_a_description_is_read_as_the_same_tables()
    {
        var shapes = ShapeCatalog.Parse(DataFolder.Shapes);
        var answers = AnswerCatalog.Parse(DataFolder.Answers);
        Assert.Empty(shapes.Faults);
        Assert.Empty(answers.Faults);
        var operations = OperationCatalog.Parse(DataFolder.Operations, ScopeCatalog.Parse(DataFolder.Scopes));
        foreach (var file in Directory.EnumerateFiles(DataFolder.Path))
        {
            _data[Path.GetFileName(file)] = File.ReadAllText(file);
        }

        _data["corrections.tsv"] = TemporaryData.CorrectionsHeader;
        _data["shape-corrections.tsv"] = TemporaryData.ShapeCorrectionsHeader;

        var description = new DescriptionWriter(operations, answers, shapes).Write().ToJsonString();
        _data.Run(_data.Save(description), "--write", "--as-of", DataFolder.ApiDate.Trim());

        Assert.Equal("", _data.Error);
        Assert.Equal(DataFolder.Shapes, _data["shapes.tsv"]);
        Assert.Equal(DataFolder.Answers, _data["answers.tsv"]);
    }

    [Fact]
    public void A_correction_that_the_description_no_longer_needs_is_an_error()
    {
        _data["shape-corrections.tsv"] = TemporaryData.ShapeCorrectionsHeader + "fish_list\t\tanswer\tfish\tfishes\tThe key is a plural.\n";
        Assert.Equal(1, _data.Run(_data.Save(TemporaryData.Description)));
        Assert.Contains("shape-corrections.tsv, line 2", _data.Error, StringComparison.Ordinal);
        Assert.Contains("'fish'", _data.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_needs_a_reason()
    {
        _data["shape-corrections.tsv"] = TemporaryData.ShapeCorrectionsHeader + "fish_list\t\tstatus\t200\t201\n";
        Assert.Equal(1, _data.Run(_data.Save(TemporaryData.Description)));
        Assert.Contains("reason", _data.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_vanishes_is_shown_with_its_shape()
    {
        _data["shapes.tsv"] = "fish\n\tname\tstring\n";
        Assert.Equal(3, _data.Run(_data.Save(TemporaryData.Description)));
        Assert.Contains("shapes.tsv      - fish\tname\tstring\n", _data.Output, StringComparison.Ordinal);
    }
}
