namespace Site.Components;

public partial class Split(IDomains domains)
{
    // case: in a file of its own
    private Task Load() => domains.ListAsync(); // expect: DOO103 domain:read
}
