using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MoniGo.Dashboard;

/// <summary>Chooses between brotli, gzip and plain by what the client accepts; q=0 means "never".</summary>
internal static class AcceptedEncoding
{
    /// <summary>Chooses <c>br</c>, <c>gzip</c> or null for plain.</summary>
    public static string? Choose(HttpRequest request)
    {
        // Without the header anything goes by the RFC, but such clients (curl) rarely decode.
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted))
            return null;

        var (brotli, gzip) = (Quality(accepted, "br"), Quality(accepted, "gzip"));
        if (brotli <= 0 && gzip <= 0)
            return null;

        return brotli >= gzip ? "br" : "gzip";
    }

    private static double Quality(IList<StringWithQualityHeaderValue> accepted, string name)
    {
        double? any = null;
        foreach (var value in accepted)
        {
            if (value.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value.Quality ?? 1;

            if (value.Value.Equals("*", StringComparison.Ordinal))
                any = value.Quality ?? 1;
        }

        return any ?? 0;
    }
}
