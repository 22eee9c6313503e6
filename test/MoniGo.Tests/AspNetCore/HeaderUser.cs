using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MoniGo.Tests;

/// <summary>An authentication scheme that knows a caller by the header <c>User</c>, and nobody without it.</summary>
internal sealed class HeaderUser(IOptionsMonitor<HeaderUserOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<HeaderUserOptions>(options, logger, encoder)
{
    public const string Name = "HeaderUser";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers["User"].ToString() is not { Length: > 0 } user)
            return Task.FromResult(AuthenticateResult.NoResult());

        var identity = new System.Security.Claims.ClaimsIdentity([new(System.Security.Claims.ClaimTypes.Name, user)], Name);
        return Task.FromResult(AuthenticateResult.Success(new(new(identity), Name)));
    }
}
