// Garnet with the options that it is given, until its input ends.
using var server = new Garnet.GarnetServer(args);
server.Start();
Console.WriteLine("ready");
Console.In.ReadToEnd();
