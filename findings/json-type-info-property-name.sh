#!/bin/sh
# [JsonSerializable(typeof(T), TypeInfoPropertyName = "Answer")] names the property of a serializer context that has the metadata of T. Its
# documentation makes no exception, so most people expect it to work for every T, also for string.
#
# What happens (SDK 10.0.401, System.Text.Json of .NET 10.0.12, 2026-12-01): for a type with a converter of the library, such as string, bool and
# DateTimeOffset, the source generator also puts the name into the name of that converter, and emits code that does not compile:
# CS0117: 'JsonMetadataServices' does not contain a definition for 'AnswerConverter'. For a class, it works. So leave the property out for these
# types, and use the name that they have: Context.Default.String.
#
# Source: https://learn.microsoft.com/dotnet/api/system.text.json.serialization.jsonserializableattribute.typeinfopropertyname, and the run below.
# Exits non-zero when that changes. Needs the .NET 10 SDK; builds in a temporary folder.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > names.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><Nullable>enable</Nullable></PropertyGroup>
</Project>
P
try() {
  cat > Program.cs <<P
using System;
using System.Text.Json.Serialization;

Console.WriteLine(Context.Default.Answer.Type);

sealed record Ship(string Name);

[JsonSerializable(typeof($1), TypeInfoPropertyName = "Answer")]
sealed partial class Context : JsonSerializerContext;
P
  dotnet build -v q --nologo 2>&1 | grep -o "error CS[0-9]*: .*AnswerConverter'" | sort -u || true
}
same=0
for type in Ship string bool DateTimeOffset; do
  said=$(try "$type")
  echo "$type: ${said:-compiles}"
  case "$type" in
    Ship) [ -z "$said" ] || same=1 ;;
    *) [ -n "$said" ] || same=1 ;;
  esac
done
exit $same
