#!/bin/sh
# A parameter of a minimal API's handler can bind itself (BindAsync) and describe itself (IEndpointParameterMetadataProvider); written as
# "Visitor?" it is optional. Without the Request Delegate Generator such an app compiles without warnings. Most people expect the same with the
# generator, which PublishAot and PublishTrimmed turn on, because none of their own code changes.
#
# What happens (SDK 10.0.401, ASP.NET Core 10.0.12, 2026-11-30): the generator writes PopulateMetadataForParameter<Visitor?>(...) into the app,
# and the compiler warns in the generated file: CS8631, "Nullability of type argument 'Visitor?' doesn't match constraint type",
# which is IEndpointParameterMetadataProvider. With TreatWarningsAsErrors the app does not build. Without the "?" there is no warning.
#
# Source: the generator is described at https://learn.microsoft.com/aspnet/core/fundamentals/aot/request-delegate-generator/rdg, which does not
# mention it. We found no report of it; https://github.com/dotnet/aspnetcore/issues/48378 is a similar problem, with CS8600.
# Exits non-zero when that changes. Needs the .NET 10 SDK; builds in a temporary folder, and installs no package.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > handler.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
</Project>
P
program() {
  cat > Program.cs <<P
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", ($1 visitor) => visitor?.Name ?? "nobody");
app.Run();

sealed record Visitor(string Name) : IEndpointParameterMetadataProvider
{
    public static ValueTask<Visitor?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(context.Request.Query["name"] is [{ } name] ? new Visitor(name) : null);

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new TagsAttribute("visitors"));
}
P
}
# Says which warnings a build gives, or "none"; fails where the build does.
warnings() {
  timeout 120 dotnet build -nologo --no-incremental -p:EnableRequestDelegateGenerator="$1" > build.txt || { cat build.txt >&2; exit 1; }
  found=$(grep -o 'warning [A-Z]*[0-9]*' build.txt | sort -u | tr '\n' ' ')
  echo "${found:-none}"
}
program 'Visitor?'
without=$(warnings false)
with=$(warnings true)
program 'Visitor'
required=$(warnings true)
echo "Visitor?, without the generator: $without"
echo "Visitor?, with the generator:    $with"
echo "Visitor, with the generator:     $required"
test "$without" = none && test "$with" = 'warning CS8631 ' && test "$required" = none
