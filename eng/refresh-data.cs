#:property PublishAot=false
#:project refresh-data/RefreshData.csproj

// Brings data/*.tsv in line with DigitalOcean's OpenAPI description: `dotnet eng/refresh-data.cs help` says how.
// The work stands in refresh-data/, where tests reach it.

using DoOAuth.RefreshData;

var here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
return RefreshCommand.Run(args, Path.GetFullPath(Path.Combine(here, "..", "data")), Console.Out, Console.Error);
