using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, DisableDashboard = args.Contains("--NoDashboard=true") });

var port = builder.Configuration.GetValue("SandboxPort", 5100);

var sandbox = builder.AddDigitalOceanSandbox("digitalocean", port);
var app = builder.AddProject<Projects.Aspire>("app")
    .WithReference(sandbox)
    .WaitFor(sandbox);

// In this repository, the sandbox is a project instead of a package. Your app host does not need this.
sandbox.WithArgs(context =>
{
    var own = context.Args.SkipWhile(argument => argument is not "--").ToList();
    context.Args.Clear();
    string[] run = ["run", "--no-build", "-c", "Release", "--project", "../../../sandbox/DoOAuth.Sandbox.Tool"];
    foreach (var argument in run.Concat(own).Append("--auto-approve"))
    {
        context.Args.Add(argument);
    }
});

app.WithEndpoint("http", endpoint => endpoint.Port = builder.Configuration.GetValue("AppPort", 5188));

builder.Build().Run();
