#!/bin/sh
# A partial class has attributes in one file and a static property with an initializer in another, as it has when a source generator reads the
# attributes and writes the other file. Most people expect "dotnet watch" to apply an edit of both files, or to restart the app.
#
# What happens (SDK 10.0.401, 2026-11-30): dotnet watch ends with exit code 1 and "An unexpected error occurred: System.ArgumentException: Method
# symbol expected (Parameter 'oldSymbol')", thrown in EditSession.MergePartialEditsAsync of the compiler's edit-and-continue. With the initializer
# in a class nested in the partial one it restarts the app and goes on.
#
# Exits non-zero when that changes. Needs the .NET 10 SDK; works in a temporary folder, and installs no package.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > app.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
</Project>
P
cat > Program.cs <<'P'
Console.WriteLine("runs with " + Deck.Text);
await Task.Delay(Timeout.Infinite);
P
# $1 is the text in both files; $2 and $3 stand around the initializer.
write() {
  printf '[System.ComponentModel.Description("%s")] static partial class Deck;\n' "$1" > Deck.cs
  printf 'static partial class Deck { %s }\n' "$(printf "$2" "$1")" > Deck.g.cs
}
# Edits both files under dotnet watch; says "ended" where it ended, "went on" where the app runs with the new text.
watch() {
  write one "$1"
  timeout 300 dotnet watch --non-interactive > watch.txt 2>&1 &
  watching=$!
  until grep -q 'Waiting for changes' watch.txt; do kill -0 $watching || { cat watch.txt >&2; exit 1; }; sleep 1; done
  sleep 2
  write two "$1"
  while kill -0 $watching 2> /dev/null && ! grep -q 'runs with two' watch.txt; do sleep 1; done
  if grep -q 'runs with two' watch.txt; then echo 'went on'; else grep -o 'Method symbol expected' watch.txt || echo 'ended otherwise'; fi
  kill $watching 2> /dev/null || true
  wait $watching 2> /dev/null || true
}
together=$(watch 'public static string Text { get; } = "%s";')
apart=$(watch 'public static string Text => Nested.Text; static class Nested { internal static string Text { get; } = "%s"; }')
echo "initializer in the partial class: $together"
echo "initializer in a class in it:     $apart"
test "$together" = 'Method symbol expected' && test "$apart" = 'went on'
