using System.Diagnostics;
using System.Formats.Tar;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Benchmarks.Silence;

/// <summary>The repository as a commit has it, in a folder of its own.</summary>
internal static class EarlierCommit
{
    /// <summary>Unpacks it, unless it is there already.</summary>
    /// <returns>Its folder.</returns>
    /// <exception cref="InvalidOperationException">This clone does not have the commit.</exception>
    public static async Task<string> UnpackAsync(string commit, string under)
    {
        var folder = Path.Combine(under, commit);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        Directory.CreateDirectory(under);
        var (archive, unfinished) = (folder + ".tar", folder + ".unfinished");
        using (var git = Process.Start(new ProcessStartInfo("git", ["archive", "--format=tar", $"--output={archive}", commit]) { WorkingDirectory = Repository.Root })!)
        {
            await git.WaitForExitAsync();
            if (git.ExitCode != 0)
            {
                throw new InvalidOperationException($"This clone does not have the commit {commit}, which is measured too: clone the whole history (git fetch --unshallow).");
            }
        }

        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        await TarFile.ExtractToDirectoryAsync(archive, unfinished, overwriteFiles: false);
        Directory.Move(unfinished, folder);
        File.Delete(archive);
        return folder;
    }
}
