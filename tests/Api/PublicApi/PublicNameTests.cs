using System.Reflection;
using DoOAuth.Sandbox.Data;

namespace DoOAuth.Api.Tests.PublicApi;

/// <summary>Public names stay: PublicAPI.txt holds those that are written by hand, data/api-names.tsv the others.</summary>
public sealed class PublicNameTests
{
    private static readonly string Snapshot = Path.Combine(ApiTypes.Root, "runtime", "DoOAuth.Api", "PublicAPI.txt");

    [Fact]
    public void What_is_written_by_hand_is_in_the_snapshot()
    {
        var names = string.Join('\n', PublicNames.ByHand()) + "\n";
        if (Environment.GetEnvironmentVariable("DOOAUTH_RENEW_GOLDEN") == "1")
        {
            File.WriteAllText(Snapshot, names);
        }

        Assert.Equal(File.ReadAllText(Snapshot), names);
    }

    [Fact]
    public void What_is_written_from_the_data_is_in_the_table_of_names_and_nothing_else()
    {
        var (named, block, kind) = (new HashSet<string>(StringComparer.Ordinal), "", "");
        foreach (var cells in File.ReadLines(Path.Combine(ApiTypes.Root, "data", "api-names.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')))
        {
            if (cells[0].Length > 0)
            {
                (kind, block) = (cells[0], cells[^1]);
                named.Add(block);
            }
            else if (kind == "type")
            {
                named.Add($"{block}.{cells[2]}");
            }
        }

        var found = PublicNames.FromData();
        Assert.Equal([], named.Except(found).Order(StringComparer.Ordinal));

        // The method that reads one page has the name of the one that reads all.
        Assert.Equal([], found.Except(named).Where(name => !name.EndsWith("PageAsync", StringComparison.Ordinal) || !named.Contains(name[..^9] + "Async")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_is_a_method_that_states_its_scopes()
    {
        foreach (var entry in ApiModel.Instance.Operations.Entries)
        {
            var methods = ApiTypes.Methods[(entry.Method, entry.Path)].ToList();
            Assert.NotEmpty(methods);
            Assert.All(methods, method =>
            {
                Assert.Equal(entry.Scopes.ToString(), string.Join(' ', method.GetCustomAttribute<DigitalOceanOperationAttribute>()!.Scopes));
                Assert.Equal(entry.IsDeprecated, method.GetCustomAttribute<ObsoleteAttribute>() is not null);
            });
        }

        Assert.Equal(644, ApiTypes.Methods.Count);
    }

    [Fact]
    public void No_name_is_one_that_a_web_app_imports_anyway()
    {
        string[] imported =
        [
            "System", "System.IO", "System.Linq", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "System.Net.Http", "System.Net.Http.Json",
            "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
            "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
        ];
        string[] folders = [Path.GetDirectoryName(typeof(object).Assembly.Location)!, Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location)!];
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")).Where(file => Path.GetFileName(file) is var name && (name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft", StringComparison.Ordinal)));
        var taken = files.SelectMany(Exported).Where(type => imported.Contains(type.Namespace)).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("Action", taken);
        Assert.Equal([], typeof(DigitalOceanApi).Assembly.GetExportedTypes().Select(type => type.Name).Where(taken.Contains));
    }

    private static Type[] Exported(string file)
    {
        try
        {
            return Assembly.Load(AssemblyName.GetAssemblyName(file)).GetExportedTypes();
        }
        catch (BadImageFormatException)
        {
            // Native code.
            return [];
        }
    }
}
