namespace Sdk;
public class FuncSdk(Func<HttpClient> http) { public Task<string> Load(string path) => http().GetStringAsync(path); }
