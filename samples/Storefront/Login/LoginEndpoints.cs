using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Storefront;

/// <summary>The login page and what it posts to.</summary>
internal static class LoginEndpoints
{
    public static void MapLogin(this IEndpointRouteBuilder app)
    {
        app.MapGet("/login", (string? returnUrl) => Page(returnUrl, failed: false));
        app.MapPost("/login", SignInAsync).RequireRateLimiting(Login.FewTries);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext visitor,
        IOptions<LoginOptions> account,
        [FromForm] string user,
        [FromForm] string password,
        string? returnUrl)
    {
        if (Login.Check(account.Value, user, password) is not { } person)
            return Page(returnUrl, failed: true);
        await visitor.SignInAsync(person);
        return Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl! : "/");
    }

    private static RazorComponentResult<LoginPage> Page(string? returnUrl, bool failed)
        => new(new { ReturnUrl = returnUrl, Failed = failed });
}
