using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace Storefront;

/// <summary>Who may see the dashboard: anyone in Development, the one account elsewhere.</summary>
internal static class Login
{
    /// <summary>The policy on everything that is not for customers.</summary>
    public const string Ops = "ops";

    /// <summary>The limit on guessing: a few tries a minute from one address.</summary>
    public const string FewTries = "few-tries";

    private const int TriesPerMinute = 10;

    public static void AddLogin(this IServiceCollection services)
    {
        services.AddOptions<LoginOptions>()
            .BindConfiguration("Login")
            .Validate<IHostEnvironment>((login, host) => host.IsDevelopment() || login.IsComplete, LoginOptions.Missing)
            .ValidateOnStart();

        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => cookie.LoginPath = "/login");
        services.AddAuthorization();
        services.AddOptions<AuthorizationOptions>().Configure<IHostEnvironment>((authorization, host) =>
            authorization.AddPolicy(Ops, policy => policy.RequireAssertion(
                request => host.IsDevelopment() || request.User.Identity is { IsAuthenticated: true })));

        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(FewTries, visitor => HttpMethods.IsPost(visitor.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    visitor.Connection.RemoteIpAddress,
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter<IPAddress?>(null));
        });
    }

    /// <summary>The person behind a right name and password, else null.</summary>
    public static ClaimsPrincipal? Check(LoginOptions account, string user, string password)
    {
        // Both are always compared, in constant time, so that the answer's timing tells nothing.
        var right = account.IsComplete & Same(account.User, user) & Same(account.Password, password);
        return right
            ? new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, user)], CookieAuthenticationDefaults.AuthenticationScheme))
            : null;
    }

    private static bool Same(string expected, string given)
        => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
