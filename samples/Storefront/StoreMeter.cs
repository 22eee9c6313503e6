using System.Diagnostics.Metrics;

namespace Storefront;

/// <summary>What the shop itself counts; MoniGo shows it beside what .NET measures.</summary>
internal sealed class StoreMeter
{
    public const string Name = "Storefront";

    private readonly Counter<long> _orders;
    private readonly Histogram<double> _basketValue;

    public StoreMeter(IMeterFactory meters, Products products)
    {
        var meter = meters.Create(Name);
        _orders = meter.CreateCounter<long>("storefront.orders", "{order}", "Orders paid for.");
        _basketValue = meter.CreateHistogram<double>("storefront.basket.value", "EUR", "Price of the goods in a paid basket.");
        meter.CreateObservableGauge("storefront.stock", () => Stock(products), "{item}", "Items on the shelves.");
    }

    public void OrderPaid(decimal goods)
    {
        _orders.Add(1);
        _basketValue.Record((double)goods);
    }

    private static IEnumerable<Measurement<long>> Stock(Products products)
        => products.StockByDepartment()
            .Select(shelf => new Measurement<long>(shelf.Items, new KeyValuePair<string, object?>("department", shelf.Department)));
}
