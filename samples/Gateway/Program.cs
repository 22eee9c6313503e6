// A YARP gateway in front of the Storefront that knows what it forwards: routes, destinations, first bytes, failures, health.
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls(builder.Configuration["urls"] ?? "http://127.0.0.1:5090");

builder.Services.AddMoniGo(options => options.ServiceName = "gateway");
builder.Services.AddReverseProxy().LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"));
builder.Services.AddMoniGoYarp();

var app = builder.Build();

app.MapReverseProxy();
app.MapMoniGo("/monigo"); // open in Development; elsewhere the start fails until a policy of yours stands here

app.Lifetime.ApplicationStarted.Register(
    () => Console.WriteLine($"The gateway's dashboard is at {app.Urls.First()}/monigo; it forwards everything else to the Storefront"));

app.Run();
