namespace Sdk;
public class SdkOptions { public HttpClient? Http { get; set; } public Func<HttpClient>? Factory { get; set; } public Func<Task<HttpClient>>? Later { get; set; } }
public class OptionSdk(SdkOptions options) { public async Task<string> Load(string path) => await (options.Http ?? options.Factory?.Invoke() ?? await options.Later!()).GetStringAsync(path); }
