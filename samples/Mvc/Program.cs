// A lending library in MVC: [MoniGoTrace] on its controllers is all that tracing needs.
using Library;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls(builder.Configuration["urls"] ?? "http://127.0.0.1:5081");

builder.Services.AddMoniGo(options => options.ServiceName = "library");
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Shelf>();
builder.Services.AddSingleton<LoanBook>();
builder.Services.AddHostedService<OverdueReminder>();
builder.Services.AddControllersWithViews();

var app = builder.Build();

app.MapControllers();
app.MapControllerRoute("default", "{controller=Books}/{action=Index}");

// The dashboard is open in Development alone; elsewhere MapMoniGo asks for a policy.
if (app.Environment.IsDevelopment())
    app.MapMoniGo("/monigo");

app.Run();
