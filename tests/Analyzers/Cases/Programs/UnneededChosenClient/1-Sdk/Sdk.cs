namespace Sdk;
public class DropletSdk(HttpClient http) { public Task<string> Load(string path) => http.GetStringAsync(path); }
