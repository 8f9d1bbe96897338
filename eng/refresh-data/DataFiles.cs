namespace DoOAuth.RefreshData;

/// <summary>The texts of the files in <c>data/</c>.</summary>
/// <param name="Scopes">The text of <c>scopes.tsv</c>.</param>
/// <param name="Operations">The text of <c>operations.tsv</c>.</param>
/// <param name="Corrections">The text of <c>corrections.tsv</c>. Only people change it.</param>
/// <param name="ApiDate">The text of <c>api-date.txt</c>: the date of the description that the tables were read from.</param>
/// <param name="Shapes">The text of <c>shapes.tsv</c>.</param>
/// <param name="Answers">The text of <c>answers.tsv</c>.</param>
/// <param name="ShapeCorrections">The text of <c>shape-corrections.tsv</c>. Only people change it.</param>
/// <param name="ApiNames">The text of <c>api-names.tsv</c>: the public names of the typed client.</param>
internal sealed record DataFiles(string Scopes, string Operations, string Corrections, string ApiDate, string Shapes, string Answers, string ShapeCorrections, string ApiNames)
{
    private const string ScopesFile = "scopes.tsv";
    private const string OperationsFile = "operations.tsv";
    private const string CorrectionsFile = "corrections.tsv";
    private const string ShapesFile = "shapes.tsv";
    private const string AnswersFile = "answers.tsv";
    private const string ShapeCorrectionsFile = "shape-corrections.tsv";
    private const string ApiNamesFile = "api-names.tsv";
    private const string ApiDateFile = "api-date.txt";

    /// <summary>Reads the files.</summary>
    public static DataFiles Read(string folder)
    {
        string Text(string name) => File.ReadAllText(Path.Combine(folder, name));
        return new DataFiles(Text(ScopesFile), Text(OperationsFile), Text(CorrectionsFile), Text(ApiDateFile), Text(ShapesFile), Text(AnswersFile), Text(ShapeCorrectionsFile), Text(ApiNamesFile));
    }

    /// <summary>Writes the files that a refresh changes.</summary>
    public void Write(string folder)
    {
        File.WriteAllText(Path.Combine(folder, ScopesFile), Scopes);
        File.WriteAllText(Path.Combine(folder, OperationsFile), Operations);
        File.WriteAllText(Path.Combine(folder, ShapesFile), Shapes);
        File.WriteAllText(Path.Combine(folder, AnswersFile), Answers);
        File.WriteAllText(Path.Combine(folder, ApiNamesFile), ApiNames);
        File.WriteAllText(Path.Combine(folder, ApiDateFile), ApiDate);
    }
}
