using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MoniGo.Dashboard;

/// <summary>Sends a page or its data compressed, because few hosts have response compression on.</summary>
/// <remarks>
/// Safe beside TLS: what the address names is echoed, so another site could guess at the body by lengths; what such a site asked
/// for is not compressed. A host's own compression sees the Content-Encoding and leaves the body alone.
/// </remarks>
internal static class CompressedBody
{
    // Brotli 4: a 60 KB page in about 1 ms, within a tenth of what the default level (11, 100 times slower) reaches.
    private const int BrotliQuality = 4;

    /// <summary>Sends the bytes with a length.</summary>
    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (!IsChosenElsewhere(context.Request) && AcceptedEncoding.Choose(context.Request) is { } encoding)
        {
            headers.ContentEncoding = encoding;
            body = await CompressAsync(body, encoding, context.RequestAborted);
        }

        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    private static bool IsChosenElsewhere(HttpRequest request) =>
        request.QueryString.HasValue && request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static async Task<ReadOnlyMemory<byte>> CompressAsync(
        ReadOnlyMemory<byte> body, string encoding, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream(body.Length / 4);
        Stream squeeze = encoding is "br"
            ? new BrotliStream(buffer, new BrotliCompressionOptions { Quality = BrotliQuality }, leaveOpen: true)
            : new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true);

        await using (squeeze)
            await squeeze.WriteAsync(body, cancellationToken);

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
