using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MoniGo.TestHosts.Pages;

/// <summary>A traced Razor Page.</summary>
[MoniGoTrace]
public sealed class GreetingModel : PageModel
{
    public string Text { get; private set; } = "";

    public void OnGet() => Text = "host page";
}
