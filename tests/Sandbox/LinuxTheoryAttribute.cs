namespace DoOAuth.Sandbox.Tests;

/// <summary>The same as <see cref="LinuxFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        Skip = OperatingSystem.IsLinux() ? null : LinuxFactAttribute.Reason;
    }
}
