using DoOAuth.Templates.Staging;

if (StagingOptions.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(StagingOptions.Usage);
    return 2;
}

try
{
    var faults = TemplateStage.Fill(options);
    foreach (var fault in faults)
    {
        // The form in which MSBuild takes a line for an error.
        await Console.Out.WriteLineAsync(fault.ToString());
    }

    return faults.Count == 0 ? 0 : 1;
}
catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
{
    await Console.Out.WriteLineAsync($"templates : error DOOTPL000: {problem.Message}");
    return 1;
}
