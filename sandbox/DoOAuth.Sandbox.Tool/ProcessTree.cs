using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DoOAuth.Sandbox.Tool;

/// <summary>A process and its descendants: a shell starts <c>dotnet run</c>, which starts the app.</summary>
internal sealed partial class ProcessTree
{
    private const int Sigterm = 15;

    private readonly Process _root;
    private readonly List<Process> _members;

    private ProcessTree(Process root, List<Process> members)
    {
        _root = root;
        _members = members;
    }

    /// <summary>Returns the current tree of a process.</summary>
    public static ProcessTree Below(Process root) => new(root, OperatingSystem.IsLinux() ? Descendants(root.Id) : []);

    /// <summary>Asks all processes to exit, waits, and kills those that are still running.</summary>
    public async Task EndAsync(TimeSpan grace)
    {
        if (OperatingSystem.IsLinux())
        {
            foreach (var process in _members.Prepend(_root).Where(IsAlive))
            {
                _ = Signal(process.Id, Sigterm);
            }

            for (var deadline = Stopwatch.StartNew(); deadline.Elapsed < grace && _members.Prepend(_root).Any(IsAlive);)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }
        }

        foreach (var process in _members.Prepend(_root).Where(IsAlive))
        {
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                // The process exited before it could be killed.
            }
        }

        foreach (var process in _members)
        {
            process.Dispose();
        }
    }

    private static bool IsAlive(Process process) => !process.HasExited;

    private static List<Process> Descendants(int root)
    {
        var children = Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .ToLookup(ParentOf);
        var found = new List<int>();
        for (var pending = new Queue<int>([root]); pending.TryDequeue(out var parent);)
        {
            foreach (var child in children[parent])
            {
                found.Add(child);
                pending.Enqueue(child);
            }
        }

        return [.. found.Select(Open).OfType<Process>()];
    }

    // proc(5): pid (name) state ppid. The name can contain any character, so read after the last parenthesis.
    private static int ParentOf(int id)
    {
        try
        {
            var line = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            return int.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static Process? Open(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int id, int signal);
}
