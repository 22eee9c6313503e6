// A small shop that watches itself: AddMoniGo and MapMoniGo are the two lines, the rest is any shop.
using Storefront;

var withLoad = args.Contains("--load");
var builder = WebApplication.CreateBuilder([.. args.Where(argument => argument != "--load")]);
builder.WebHost.UseUrls(builder.Configuration["urls"] ?? "http://127.0.0.1:5080");

builder.Services.AddMoniGo(options =>
{
    options.ServiceName = "storefront";
    options.Meters.Add(StoreMeter.Name);
});

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<StoreAddress>();
builder.Services.AddSingleton<StoreMeter>();
builder.Services.AddSingleton<Products>();
builder.Services.AddHostedService<StockRefresh>();
builder.Services.AddSingleton<Baskets>();
builder.Services.AddSingleton<PricingEngine>();
builder.Services.AddMoniGoTraced<IPaymentGateway, PaymentGateway>(ServiceLifetime.Singleton);
builder.Services.AddHttpClient<ShippingQuotes>();
builder.Services.AddLogin();
builder.Services.AddRazorPages().WithRazorPagesAtContentRoot();
builder.Services.AddExceptionHandler<DeclinedPayments>();
builder.Services.AddProblemDetails();
if (withLoad)
    builder.Services.AddLoad();

var app = builder.Build();

app.UseExceptionHandler();
app.UseRateLimiter();

app.MapRazorPages();
app.MapBasket();
app.MapCheckout();
app.MapMoniGo("/monigo").RequireAuthorization(Login.Ops);

var address = app.Services.GetRequiredService<StoreAddress>();
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"The shop is open; its dashboard is at {address.Uri}monigo"));

app.Run();
