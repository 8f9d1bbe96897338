#:property PublishAot=false
#:project refresh-data/RefreshData.csproj

// Updates data/ from DigitalOcean's OpenAPI description. For details, run `dotnet eng/refresh-data.cs help`.
// The code is in refresh-data/, so that tests can call it.

using DoOAuth.RefreshData;

var here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
return RefreshCommand.Run(args, Path.GetFullPath(Path.Combine(here, "..", "data")), Console.Out, Console.Error);
