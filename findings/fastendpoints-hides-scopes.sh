#!/bin/sh
# A static class Scopes with the names of an app's scopes, such as Scopes.Read, is used like any class: in an endpoint of FastEndpoints too, most
# people expect, since only a type can come before ".Read" there.
#
# What happens (FastEndpoints 8.3.0, SDK 10.0.401, 2026-12-01): an endpoint's base class has a method Scopes(…), and C# finds the base class's member
# before a class of that name. The code does not compile: CS0119 "'…Scopes(params string[])' is a method, which is not valid in the given
# context". So write the namespace: Names.Scopes.Read. An alias (using AppScopes = Names.Scopes) works as well.
#
# Source: https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/expressions (12.8.4, simple names), and the run below.
# Exits non-zero when that changes. Needs the .NET 10 SDK; builds in a temporary folder.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > scopes.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="FastEndpoints" Version="8.3.0" /></ItemGroup>
</Project>
P
try() {
  cat > Program.cs <<P
using FastEndpoints;
using Names;
using AppScopes = Names.Scopes;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddFastEndpoints();
var app = builder.Build();
app.UseFastEndpoints();
app.Run();

sealed class Ships : EndpointWithoutRequest<string>
{
    public override void Configure() => Get("/ships");

    public override Task HandleAsync(CancellationToken cancel) => Send.OkAsync($1.Read, cancel);
}

namespace Names
{
    static class Scopes
    {
        public const string Read = "ships:read";
    }
}
P
  dotnet build -v q --nologo 2>&1 | grep -o "error [A-Z]*[0-9]*" | sort -u || true
}
same=0
for name in Scopes Names.Scopes AppScopes; do
  said=$(try "$name")
  echo "$name.Read in an endpoint: ${said:-compiles}"
  case "$name" in
    Scopes) [ "$said" = "error CS0119" ] || same=1 ;;
    *) [ -z "$said" ] || same=1 ;;
  esac
done
exit $same
