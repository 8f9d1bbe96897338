using DoOAuth.ApiSource.Model;
using DoOAuth.ApiSource.Names;
using DoOAuth.ApiSource.Writing;
using DoOAuth.Catalog;
using DoOAuth.Shapes;

// Writes the source of runtime/DoOAuth.Api: DATA-FOLDER OUTPUT-FOLDER. Its build calls this.
if (args is not [var data, var output])
{
    Console.Error.WriteLine("ApiSource DATA-FOLDER OUTPUT-FOLDER");
    return 2;
}

try
{
    var text = (string name) => File.ReadAllText(Path.Combine(data, name));
    var shapes = ShapeCatalog.Parse(text("shapes.tsv"));
    var answers = AnswerCatalog.Parse(text("answers.tsv"));
    var operations = OperationCatalog.Parse(text("operations.tsv"), ScopeCatalog.Parse(text("scopes.tsv")));
    var model = ModelBuilder.Build(operations, shapes, answers, new Naming(NameTable.Parse(text("api-names.tsv")), tags: null));
    OutputFolder.Write(output, SourceFiles.Of(model));
    return 0;
}
catch (Exception exception) when (exception is InvalidDataException or FormatException or IOException)
{
    // The form that MSBuild shows as an error of the build.
    Console.Error.WriteLine($"ApiSource : error DOAPI : {exception.Message}");
    return 1;
}
