using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Storefront;

/// <summary>Lets the one account in; the framework checks the form's antiforgery token.</summary>
[EnableRateLimiting(Login.FewTries)]
internal sealed class LoginModel(IOptions<LoginOptions> account) : PageModel
{
    public bool Failed { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? user, string? password, [FromQuery] string? returnUrl)
    {
        if (Login.Check(account.Value, user ?? "", password ?? "") is { } person)
        {
            await HttpContext.SignInAsync(person);
            return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "/");
        }
        Failed = true;
        return Page();
    }
}
