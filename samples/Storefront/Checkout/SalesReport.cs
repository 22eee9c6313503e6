using System.Globalization;
using MoniGo;

namespace Storefront;

/// <summary>Last quarter's sales as one CSV text.</summary>
/// <remarks>Deliberately wasteful (a string per line, the whole file at once): the allocation that the dashboard should find.</remarks>
internal static class SalesReport
{
    private const int Days = 90;

    [MoniGoTrace]
    public static string Export(Products products)
    {
        var lines = new List<string> { "day,product,department,sold,revenue" };
        for (var day = 1; day <= Days; day++)
        {
            foreach (var product in products.All)
            {
                var sold = (day * 7 + product.Id * 13) % 11;
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{day},{product.Name},{product.Department},{sold},{sold * product.Price:0.00}"));
            }
        }
        return string.Join('\n', lines);
    }
}
