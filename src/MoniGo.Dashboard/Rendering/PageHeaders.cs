using Microsoft.AspNetCore.Http;

namespace MoniGo.Dashboard;

/// <summary>The headers that keep a page to itself.</summary>
internal static class PageHeaders
{
    /// <summary>Writes them; a policy that the host has set stays.</summary>
    public static void Write(IHeaderDictionary headers, string? nonce)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!headers.ContainsKey("Content-Security-Policy"))
            headers.ContentSecurityPolicy = Policy(nonce);
    }

    private static string Policy(string? nonce)
    {
        var own = nonce is null ? "'self'" : $"'self' 'nonce-{nonce}'";
        return $"default-src 'none'; script-src {own}; style-src {own}; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    }
}
