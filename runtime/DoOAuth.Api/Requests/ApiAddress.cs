using System.Globalization;
using System.Text;

namespace DoOAuth.Api;

/// <summary>The path and the query of a request.</summary>
internal struct ApiAddress(ApiPath path)
{
    private StringBuilder? _query;

    /// <summary>The path, without the query.</summary>
    public string Path { get; } = path.ToString();

    /// <summary>The query without its question mark, or an empty text.</summary>
    public readonly string Query => _query?.ToString() ?? "";

    /// <summary>Adds a parameter, unless it is null.</summary>
    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            _query ??= new StringBuilder();
            _query.Append(_query.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    /// <summary>Adds a parameter, unless it is null.</summary>
    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a parameter, unless it is null.</summary>
    public void Add(string name, double? value) => Add(name, value?.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Adds a parameter, unless it is null.</summary>
    public void Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    /// <summary>Adds a parameter, unless it is null.</summary>
    public void Add(string name, DateTimeOffset? value) => Add(name, value is { } time ? TimeFormat.ToText(time) : null);

    /// <summary>Adds a parameter, unless it is null.</summary>
    public void Add(string name, DateOnly? value) => Add(name, value?.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Adds a parameter, unless it is null.</summary>
    public void Add<T>(string name, T? value)
        where T : struct, IDigitalOceanText => Add(name, value?.Value);

    /// <summary>Adds a parameter.</summary>
    public void Add<T>(string name, T value)
        where T : struct, IDigitalOceanText => Add(name, value.Value);

    /// <summary>Adds a parameter once for each value.</summary>
    public void AddEach(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? [])
        {
            Add(name, value);
        }
    }

    /// <summary>Adds a parameter once for each value.</summary>
    public void AddEach<T>(string name, IEnumerable<T>? values)
        where T : struct, IDigitalOceanText
    {
        foreach (var value in values ?? [])
        {
            Add(name, value.Value);
        }
    }
}
