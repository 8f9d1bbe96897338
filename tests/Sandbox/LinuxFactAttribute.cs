namespace DoOAuth.Sandbox.Tests;

/// <summary>A test whose processes are shells, signalled and looked at as Linux has it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    internal const string Reason = "needs sh, POSIX signals and /proc, as Linux has them";

    public LinuxFactAttribute()
    {
        Skip = OperatingSystem.IsLinux() ? null : Reason;
    }
}
