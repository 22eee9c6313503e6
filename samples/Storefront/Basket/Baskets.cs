using Microsoft.Extensions.Caching.Memory;

namespace Storefront;

/// <summary>The visitors' baskets, found by cookie and forgotten after a while.</summary>
internal sealed class Baskets : IDisposable
{
    public const string Cookie = "basket";

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _baskets = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public Basket Of(HttpContext visitor)
        => IdOf(visitor) is { } id && _baskets.TryGetValue(id, out Basket? basket) ? basket! : Basket.Empty;

    public void Keep(HttpContext visitor, Basket basket)
        => _baskets.Set(IdOf(visitor) ?? NewId(visitor), basket, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Kept });

    public void Dispose() => _baskets.Dispose();

    private static Guid? IdOf(HttpContext visitor)
        => Guid.TryParse(visitor.Request.Cookies[Cookie], out var id) ? id : null;

    private static Guid NewId(HttpContext visitor)
    {
        var id = Guid.NewGuid();
        // Lax keeps other sites from filling or paying for somebody's basket: their POSTs arrive without the cookie.
        visitor.Response.Cookies.Append(Cookie, id.ToString(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Kept });
        return id;
    }
}
