using System.Text.Json.Nodes;

namespace DoOAuth.Templates.Tests.Linting;

/// <summary>What the lint finds while packing, in a sample of which one thing was spoilt.</summary>
public sealed class TemplateLintTests
{
    private readonly SampleTemplate _sample = new();

    private JsonObject Symbols => (JsonObject)_sample.Template["symbols"]!;

    [Fact]
    public void A_sound_template_has_no_fault() => Assert.Empty(_sample.Faults);

    [Theory]
    [InlineData("Program.cs", "#if (UsesRedis)", "#if (UseRedis)", 2)]
    [InlineData("Program.cs", "#elseif (tests)", "#elseif (test)", 6)]
    [InlineData("App.csproj", "(UsesRedis)", "(usesRedis)", 2)]
    [InlineData("settings.json", "(tests)", "(tests && Docker)", 2)]
    [InlineData("compose.yaml", "(tests)", "(!test)", 2)]
    [InlineData("app.css", "(tests)", "(test)", 1)]
    public void A_misspelt_symbol_in_a_file_is_found_on_its_line(string file, string right, string wrong, int line)
    {
        Spoil(file, right, wrong);

        OneFault($"sample/{file}", line, "not a symbol of the template");
    }

    [Theory]
    [InlineData("Program.cs", "#endif\n#elseif", "#elseif")]
    [InlineData("App.csproj", "  <!--#endif -->\n", "")]
    [InlineData("settings.json", "  //#endif\n", "")]
    [InlineData("compose.yaml", "#endif\n", "")]
    [InlineData("app.css", "/*#endif*/\n", "")]
    public void A_condition_without_its_end_is_found(string file, string right, string wrong)
    {
        Spoil(file, right, wrong);

        Assert.Contains(_sample.Faults, fault => fault.File == $"sample/{file}" && fault.Message.Contains("without an #endif", StringComparison.Ordinal));
    }

    [Fact]
    public void An_end_without_its_condition_is_found()
    {
        _sample.Files["compose.yaml"] += "#endif\n";

        OneFault("sample/compose.yaml", 5, "without an #if");
    }

    [Fact]
    public void What_follows_an_else_is_found()
    {
        Spoil("App.csproj", "  <!--#endif -->", "  <!--#elseif (tests) -->\n  <!--#endif -->");

        OneFault("sample/App.csproj", 6, "after the #else");
    }

    [Fact]
    public void A_marker_that_the_engine_would_not_see_is_found()
    {
        Spoil("App.csproj", "<!--#else -->", "<!-- #else -->");

        OneFault("sample/App.csproj", 4, "space before its '#'");
    }

    [Theory]
    [InlineData("(store == \"rediss\")", "not a choice of 'store'")]
    [InlineData("(parts == \"d\")", "not a choice of 'parts'")]
    [InlineData("(stores == \"redis\")", "'stores', which is not a symbol")]
    [InlineData("(store == \"redis\"", "unbalanced brackets or quotes")]
    public void A_computed_symbol_is_looked_at_too(string value, string expected)
    {
        Symbols["UsesRedis"]!["value"] = value;

        Assert.Contains(_sample.Faults, fault => fault.File == "sample/.template.config/template.json" && fault.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Conditions_of_sources_and_outputs_are_looked_at_too()
    {
        _sample.Template["sources"]![0]!["modifiers"]![0]!["condition"] = "(!test)";
        _sample.Template["primaryOutputs"]![0]!["condition"] = "(redis)";

        Assert.Equal(2, _sample.Faults.Count(fault => fault.Message.Contains("not a symbol of the template", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("store", "cookies")]
    [InlineData("parts", "a|d")]
    public void A_default_that_is_no_choice_is_found(string symbol, string value)
    {
        Symbols[symbol]!["defaultValue"] = value;

        OneFault("sample/.template.config/template.json", 0, "not one of its choices");
    }

    [Fact]
    public void A_choice_that_stands_twice_is_found()
    {
        ((JsonArray)Symbols["parts"]!["choices"]!).Add(new JsonObject { ["choice"] = "A" });

        OneFault("sample/.template.config/template.json", 0, "twice");
    }

    [Fact]
    public void A_parameter_without_a_description_is_found()
    {
        ((JsonObject)Symbols["tests"]!).Remove("description");

        Assert.Contains(_sample.Faults, fault => fault.Message.StartsWith("'tests' has no description", StringComparison.Ordinal));
    }

    [Fact]
    public void A_symbol_of_which_nothing_comes_is_found()
    {
        Symbols.Add("idle", JsonNode.Parse("""{ "type": "generated", "generator": "guid" }"""));

        OneFault("sample/.template.config/template.json", 0, "'idle' is not used");
    }

    [Theory]
    [InlineData("store", "type", "parametre")]
    [InlineData("tests", "datatype", "number")]
    [InlineData("port", "generator", "ports")]
    [InlineData("port", "generator", "Port")]
    [InlineData("space", "valueTransform", "safeNamespace")]
    public void A_kind_that_the_engine_does_not_know_is_found(string symbol, string property, string value)
    {
        Symbols[symbol]![property] = value;

        Assert.Contains(_sample.Faults, fault => fault.File == "sample/.template.config/template.json"
            && fault.Message.StartsWith($"The {property} of '{symbol}' is '{value}', which the engine does not know", StringComparison.Ordinal));
    }

    [Fact]
    public void A_generated_symbol_without_a_generator_is_found()
    {
        ((JsonObject)Symbols["port"]!).Remove("generator");

        OneFault("sample/.template.config/template.json", 0, "The generator of 'port' is missing");
    }

    [Fact]
    public void A_form_of_the_template_itself_is_known()
    {
        _sample.Template["forms"] = JsonNode.Parse("""{ "space": { "identifier": "chain", "steps": [ "safe_namespace", "lowerCase" ] } }""");
        Symbols["space"]!["valueTransform"] = "space";

        Assert.Empty(_sample.Faults);
    }

    [Theory]
    [InlineData("""{ "space": { "identifier": "chains", "steps": [ "identity" ] } }""", "The identifier of 'space' is 'chains'")]
    [InlineData("""{ "space": { "identifier": "chain", "steps": [ "identity", "safe" ] } }""", "The step of 'space' is 'safe'")]
    public void A_form_of_what_the_engine_does_not_know_is_found(string forms, string words)
    {
        _sample.Template["forms"] = JsonNode.Parse(forms);

        OneFault("sample/.template.config/template.json", 0, words);
    }

    [Theory]
    [InlineData("""{ "global": [ "identity", "xml" ] }""")]
    [InlineData("""{ "global": { "forms": [ "identity", "xml" ] } }""")]
    public void A_form_of_a_parameter_that_nobody_knows_is_found(string forms)
    {
        Symbols["tests"]!["forms"] = JsonNode.Parse(forms);

        OneFault("sample/.template.config/template.json", 0, "The form of 'tests' is 'xml'");
    }

    [Fact]
    public void A_replaced_text_that_stands_nowhere_is_found()
    {
        Symbols["port"]!["replaces"] = "5098";

        OneFault("sample/.template.config/template.json", 0, "'5098', which is not in any file");
    }

    [Fact]
    public void A_source_that_is_no_symbol_is_found()
    {
        Symbols["space"]!["valueSource"] = "Name";

        OneFault("sample/.template.config/template.json", 0, "'Name', which is not a symbol");
    }

    [Fact]
    public void Files_that_are_named_and_not_there_are_found()
    {
        _sample.Files.Remove("tests/Tests.cs");
        _sample.Template["primaryOutputs"]![0]!["path"] = "Other.csproj";

        Assert.Equal(["The primary output 'Other.csproj' is not a file of the template.", "The pattern 'tests/**' in sources matches no file."], _sample.Faults.Select(fault => fault.Message));
    }

    [Fact]
    public void A_token_that_nothing_fills_in_is_found()
    {
        _sample.Files["Program.cs"] += "DOOAUTH_SCOPE_LINE\n";

        OneFault("sample/Program.cs", 11, "token");
    }

    [Theory]
    [InlineData("dotnetcli.host.json")]
    [InlineData("ide.host.json")]
    public void A_host_that_names_a_missing_parameter_is_found(string host)
    {
        Symbols["store"]!["type"] = "computed";
        Symbols["store"]!["value"] = "(tests)";

        Assert.Contains(_sample.Faults, fault => fault.File.EndsWith(host, StringComparison.Ordinal) && fault.Message == "'store' is not a parameter of the template.");
    }

    [Fact]
    public void A_box_for_HTTPS_without_its_parameter_is_found()
    {
        _sample.Hosts["ide.host.json"]["disableHttpsSymbol"] = "noHttps";

        OneFault("sample/.template.config/ide.host.json", 0, "'noHttps' is not a parameter");
    }

    [Fact]
    public void A_short_name_that_two_parameters_share_is_found()
    {
        _sample.Hosts["dotnetcli.host.json"]["symbolInfo"]!["tests"]!["shortName"] = "s";

        OneFault("sample/.template.config/dotnetcli.host.json", 0, "shortName 's'");
    }

    [Fact]
    public void A_string_for_a_missing_symbol_is_found()
    {
        foreach (var strings in _sample.Strings.Values)
        {
            strings["symbols/stores/description"] = "Where?";
        }

        Assert.Equal(["'symbols/stores/description' has no counterpart in the template."], _sample.Faults.Select(fault => fault.Message).Distinct());
    }

    [Theory]
    [InlineData("symbols/store/description")]
    [InlineData("symbols/store/choices/redis/description")]
    [InlineData("postActions/next/manualInstructions/default/text")]
    public void A_string_that_one_language_lacks_is_found(string key)
    {
        _sample.Strings["de"].Remove(key);

        OneFault("sample/.template.config/localize/templatestrings.de.json", 0, $"'{key}' is missing");
    }

    [Fact]
    public void A_string_that_every_language_lacks_is_found()
    {
        _sample.Strings["en"].Remove("symbols/tests/description");
        _sample.Strings["de"].Remove("symbols/tests/description");

        Assert.Equal(2, _sample.Faults.Count);
    }

    private void Spoil(string file, string right, string wrong)
    {
        Assert.Contains(right, _sample.Files[file], StringComparison.Ordinal);
        _sample.Files[file] = _sample.Files[file].Replace(right, wrong, StringComparison.Ordinal);
    }

    private void OneFault(string file, int line, string words)
    {
        var fault = Assert.Single(_sample.Faults);
        Assert.Equal((file, line), (fault.File, fault.Line));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }
}
