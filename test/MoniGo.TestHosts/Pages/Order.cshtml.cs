using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MoniGo.TestHosts.Pages;

/// <summary>A page of which one handler method is traced, and one that fails.</summary>
[IgnoreAntiforgeryToken]
public sealed class OrderModel : PageModel
{
    public string Text { get; private set; } = "";

    public void OnGet() => Text = "untraced";

    [MoniGoTrace]
    public async Task OnPostAsync()
    {
        await Task.Yield();
        Text = "ordered";
    }

    [MoniGoTrace(Name = "pay")]
    public void OnPostPay() => throw new FormatException();
}
