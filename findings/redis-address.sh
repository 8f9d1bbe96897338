#!/bin/sh
# Providers of hosted Redis and Valkey give their users addresses such as rediss://user:password@host:port/db. Most people pass them to
# StackExchange.Redis unchanged, and expect it to understand them, or to report an error.
#
# What happens (StackExchange.Redis 3.4.35, 2026-11-30): ConfigurationOptions.Parse treats the whole text, including the password, as a host
# name, on port 0, without TLS, user, password and database, and reports no error. redis://localhost gives no server at all, without an error.
#
# Source: https://stackexchange.github.io/StackExchange.Redis/Configuration describes the format that it reads, "host:port,option=value".
# Exits non-zero when that changes. Needs the .NET 10 SDK; installs the package in a temporary folder.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > address.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="StackExchange.Redis" Version="3.4.35" /></ItemGroup>
</Project>
P
cat > Program.cs <<'P'
using System;
using System.Net;
using StackExchange.Redis;
var read = ConfigurationOptions.Parse("rediss://user:password@redis.example.com:6380/3");
var host = (DnsEndPoint)read.EndPoints[0];
Console.WriteLine($"host={host.Host} port={host.Port} ssl={read.Ssl} user={read.User ?? "none"} password={read.Password ?? "none"} database={read.DefaultDatabase?.ToString() ?? "none"}");
var none = ConfigurationOptions.Parse("redis://localhost");
Console.WriteLine($"redis://localhost: {none.EndPoints.Count} servers");
return host.Host.Contains("password@") && host.Port == 0 && !read.Ssl && read.Password is null && none.EndPoints.Count == 0 ? 0 : 1;
P
dotnet run
