#!/bin/sh
# NuGet's documentation says that PrivateAssets of a PackageReference is "contentfiles;analyzers;build" by default, so most people expect that a
# package's analyzers and source generators run only in the project that references the package, and not in projects that reference this project.
#
# What happens (SDK 10.0.401, CommunityToolkit.Mvvm 8.4.2, 2026-12-01): they run there too. An app whose only reference is a ProjectReference to a
# library gets the library's source generators. Only PrivateAssets="all" on the library's PackageReference prevents it, and with that the app
# cannot use the package's types either. NuGet plans to honor the default: then such an app would no longer get them.
#
# Source: https://github.com/NuGet/Home/issues/6279 and https://github.com/dotnet/sdk/issues/968 (both open); the plan is
# https://github.com/NuGet/Home/pull/14455.
# Exits non-zero when that changes. Needs the .NET 10 SDK; installs the package in a temporary folder.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir Library App
cat > Library/Library.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="CommunityToolkit.Mvvm" Version="8.4.2" /></ItemGroup>
</Project>
P
cat > App/App.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
  <ItemGroup><ProjectReference Include="../Library/Library.csproj" /></ItemGroup>
</Project>
P
# Generated code: the property Name of the field name.
cat > App/Program.cs <<'P'
System.Console.WriteLine(new Person { Name = "generated in the app" }.Name);

public partial class Person : CommunityToolkit.Mvvm.ComponentModel.ObservableObject
{
    [CommunityToolkit.Mvvm.ComponentModel.ObservableProperty]
    private string name = "";
}
P
export DOTNET_CLI_TELEMETRY_OPTOUT=1
default=$(dotnet run --project App -v q 2>&1 | tail -n 1)
echo "PrivateAssets not written: $default"
sed -i 's|Version="8.4.2" />|Version="8.4.2" PrivateAssets="all" />|' Library/Library.csproj
all=$(dotnet run --project App -v q 2>&1 | grep -o 'error CS[0-9]*' | sort -u | tr '\n' ' ' || true)
echo "PrivateAssets=\"all\": ${all:-no error}"
[ "$default" = "generated in the app" ]
case "$all" in *CS0246*) ;; *) exit 1 ;; esac
