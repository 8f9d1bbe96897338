using DoOAuth.Templates.Staging;
using DoOAuth.Templates.Staging.Validation;

// It says what is wrong in the form in which MSBuild takes a line for an error.
const string Usage = """
    usage: DoOAuth.Templates.Staging stage SOURCE TARGET VERSION REPOSITORY ADDRESS
           DoOAuth.Templates.Staging validate PACKAGE
    """;

try
{
    switch (args)
    {
        case ["stage", _, _, _, _, _]:
            return await TellAsync(TemplateStage.Fill(StagingOptions.Read(args[1..])));
        case ["validate", var package]:
            SdkAssemblies.LetThemBeFound();
            return await TellAsync(await PackageValidation.CheckAsync(package));
        default:
            await Console.Error.WriteLineAsync(Usage);
            return 2;
    }
}
catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
{
    await Console.Out.WriteLineAsync($"templates : error DOOTPL000: {problem.Message}");
    return 1;
}

static async Task<int> TellAsync(IReadOnlyCollection<object> faults)
{
    foreach (var fault in faults)
    {
        await Console.Out.WriteLineAsync(fault.ToString());
    }

    return faults.Count == 0 ? 0 : 1;
}
