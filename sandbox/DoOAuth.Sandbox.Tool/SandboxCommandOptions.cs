using System.CommandLine;
using DoOAuth.Sandbox.Faults;
using static DoOAuth.Sandbox.Tool.OptionValues;

namespace DoOAuth.Sandbox.Tool;

/// <summary>The options of the command line.</summary>
internal sealed class SandboxCommandOptions
{
    private const int DefaultPort = 5100;
    private const string DefaultSection = "DigitalOcean";
    private const string DefaultName = "Your app";

    private readonly Option<int> _port = new("--port") { Description = "The port on 127.0.0.1; 0 for a free port.", HelpName = "PORT", DefaultValueFactory = _ => DefaultPort };
    private readonly Option<string> _clientId = new("--client-id") { Description = "The app's client id.", HelpName = "ID", DefaultValueFactory = _ => SandboxOptions.DefaultClientId };
    private readonly Option<string> _clientSecret = new("--client-secret") { Description = "The app's client secret. It works with this sandbox only.", HelpName = "SECRET", DefaultValueFactory = _ => SandboxOptions.DefaultClientSecret };
    private readonly Option<bool> _public = new("--public") { Description = "The app is a public client: no secret, PKCE only." };
    private readonly Option<string> _clientName = new("--client-name") { Description = "The app's name on the consent page.", HelpName = "NAME", DefaultValueFactory = _ => DefaultName };
    private readonly Option<string[]> _redirectUri = new("--redirect-uri") { Description = "A redirect address of the app, which must match exactly; repeat it for several. Without it, every address on this machine is accepted.", HelpName = "ADDRESS" };
    private readonly Option<string[]> _section = new("--section") { Description = "The configuration section of the app's annotated class; repeat it for several classes.", HelpName = "NAME", DefaultValueFactory = _ => [DefaultSection] };
    private readonly Option<bool> _autoApprove = new("--auto-approve") { Description = "Grant all scopes without showing the consent page." };
    private readonly Option<string?> _token = new("--token") { Description = "Print an access token that works immediately, with these scopes: --token \"account:read droplet:read\". Without scopes, it gets read and write.", HelpName = "SCOPES", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<TimeSpan> _latency = new("--latency") { Description = "The time that each response takes in addition, such as 200ms or 1.5s.", HelpName = "DURATION", CustomParser = ReadLatency };
    private readonly Option<SandboxRateLimit?> _rateLimit = new("--rate-limit") { Description = "Refuse requests of a token above this number an hour and a minute. Without numbers, DigitalOcean's limit: 5000/250.", HelpName = "HOUR/MINUTE", Arity = ArgumentArity.ZeroOrOne, CustomParser = ReadRateLimit };
    private readonly Option<SandboxFault[]> _fault = new("--fault")
    {
        Description = $"Misbehave: {FaultText.Grammar}, such as slow@refresh=2s, status@token=503*1 or status@/v2/droplets=503~20%; repeat it for several faults. Names: {string.Join(", ", SandboxFault.Names)}.",
        HelpName = "FAULT",
        CustomParser = ReadFaults,
    };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Write one line for each request to standard error. Without it, only requests that the sandbox has something to say about." };

    /// <summary>Adds the checks.</summary>
    public SandboxCommandOptions()
    {
        _port.Validators.Add(CheckPort);
        _clientId.Validators.Add(result => CheckText(result, "Give the app's client id, or leave the option out."));
        _clientSecret.Validators.Add(result => CheckText(result, "For a client without a secret, use --public."));
        _clientName.Validators.Add(result => CheckText(result, "Give the name for the consent page, or leave the option out."));
        _section.Validators.Add(CheckSection);
        _token.Validators.Add(CheckScopes);
    }

    /// <summary>All options, in the order of the help.</summary>
    public IEnumerable<Option> All =>
        [_port, _clientId, _clientSecret, _public, _clientName, _redirectUri, _section, _autoApprove, _token, _latency, _rateLimit, _fault, _verbose];

    /// <summary>Returns the settings of a command line.</summary>
    public ToolSettings Read(ParseResult parsed, IReadOnlyList<string>? appCommand) => new()
    {
        Port = parsed.GetValue(_port),
        ClientId = parsed.GetRequiredValue(_clientId),
        ClientSecret = parsed.GetValue(_public) ? null : parsed.GetRequiredValue(_clientSecret),
        ClientName = parsed.GetRequiredValue(_clientName),
        RedirectUris = parsed.GetValue(_redirectUri) ?? [],
        Sections = parsed.GetRequiredValue(_section),
        AutoApprove = parsed.GetValue(_autoApprove),
        TokenScopes = parsed.GetResult(_token) is null ? null : Scopes(parsed.GetValue(_token) ?? ""),
        Latency = parsed.GetValue(_latency),
        RateLimit = parsed.GetValue(_rateLimit),
        Faults = parsed.GetValue(_fault) ?? [],
        Verbose = parsed.GetValue(_verbose),
        Command = appCommand,
    };
}
