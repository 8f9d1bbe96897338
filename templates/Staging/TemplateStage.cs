using DoOAuth.ApiSource.Model;
using DoOAuth.ApiSource.Names;
using DoOAuth.Catalog;
using DoOAuth.Shapes;
using DoOAuth.Templates.Staging.Linting;

namespace DoOAuth.Templates.Staging;

/// <summary>Makes the copies of the templates that are packed.</summary>
internal static class TemplateStage
{
    private static readonly string[] LeftBehind = ["bin", "obj", "TestResults"];

    /// <summary>Copies each template, fills in what comes from elsewhere, and returns what is wrong with the outcome.</summary>
    /// <exception cref="InvalidDataException">A token or a line of the data cannot be resolved.</exception>
    public static IReadOnlyList<LintFault> Fill(StagingOptions options)
    {
        if (Directory.Exists(options.Target))
        {
            Directory.Delete(options.Target, recursive: true);
        }

        var scopes = ScopeCatalog.Parse(Data(options, "scopes.tsv"));
        var operations = OperationCatalog.Parse(Data(options, "operations.tsv"), scopes);
        var client = new Lazy<ClientModel>(() => ModelBuilder.Build(
            operations, ShapeCatalog.Parse(Data(options, "shapes.tsv")), AnswerCatalog.Parse(Data(options, "answers.tsv")), new Naming(NameTable.Parse(Data(options, "api-names.tsv")), tags: null)));
        var tokens = new TokenValues(options.Version, Path.Combine(options.Repository, "Directory.Packages.props"), scopes, options.Address);
        List<LintFault> faults = [];
        foreach (var template in Directory.GetDirectories(options.Source).Where(IsTemplate).Order(StringComparer.Ordinal))
        {
            var target = Path.Combine(options.Target, Path.GetFileName(template));
            Copy(template, target, tokens);
            ProgramMain.Add(target);
            var configuration = Path.Combine(target, TemplateFolder.ConfigurationFolder);
            File.Copy(Path.Combine(options.Repository, "eng", "package", "icon.png"), Path.Combine(configuration, "icon.png"));
            ScopeSymbols.Fill(configuration, scopes);
            OperationSymbols.Fill(target, configuration, operations, client);
            faults.AddRange(TemplateLint.Check(TemplateFolder.Read(target)));
        }

        return faults;
    }

    private static bool IsTemplate(string folder) => File.Exists(Path.Combine(folder, TemplateFolder.ConfigurationFolder, "template.json"));

    private static string Data(StagingOptions options, string name) => File.ReadAllText(Path.Combine(options.Repository, "data", name));

    private static void Copy(string source, string target, TokenValues tokens)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(source))
        {
            File.WriteAllText(Path.Combine(target, Path.GetFileName(file)), tokens.FillIn(File.ReadAllText(file)));
        }

        foreach (var folder in Directory.GetDirectories(source).Where(folder => !LeftBehind.Contains(Path.GetFileName(folder), StringComparer.Ordinal)))
        {
            Copy(folder, Path.Combine(target, Path.GetFileName(folder)), tokens);
        }
    }
}
