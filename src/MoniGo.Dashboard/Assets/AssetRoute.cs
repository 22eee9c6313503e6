using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MoniGo.Dashboard;

/// <summary>Serves the embedded files: for ever cacheable, compressed beforehand, never touched by the host.</summary>
internal sealed class AssetRoute(AssetCatalog assets)
{
    // A name holds the hash of its content, so what it names never changes.
    private const string Forever = "public, max-age=31536000, immutable";

    /// <summary>Answers GET and HEAD of <c>assets/{name}</c>.</summary>
    public Task ServeAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["name"] as string ?? "";
        return assets.Find(name) is { } asset ? SendAsync(context, asset) : Reply.Problem(StatusCodes.Status404NotFound, "There is no such file.").SendAsync(context);
    }

    private static async Task SendAsync(HttpContext context, Asset asset)
    {
        var encoding = AcceptedEncoding.Choose(context.Request);
        var (bytes, etag) = asset.In(encoding);
        var headers = context.Response.Headers;
        headers.CacheControl = Forever;
        headers.ETag = etag;
        headers.XContentTypeOptions = "nosniff";
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (IsKnown(context.Request, etag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (encoding is not null)
            headers.ContentEncoding = encoding;

        context.Response.ContentType = asset.Entry.ContentType;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
    }

    private static bool IsKnown(HttpRequest request, string etag)
    {
        // If-None-Match compares weakly (RFC 9110 13.1.2): a proxy may have marked our validator as weak.
        var current = new EntityTagHeaderValue(etag);
        return EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
            && known.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(current, useStrongComparison: false));
    }
}
