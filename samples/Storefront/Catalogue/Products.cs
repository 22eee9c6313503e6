namespace Storefront;

/// <summary>The catalogue and its stock, in memory and the same at every start.</summary>
internal sealed class Products
{
    private const int ShelfSize = 24;
    private const int FullShelf = 40;

    private static readonly string[] Makes =
        ["Alpine", "Brass", "Canvas", "Coastal", "Copper", "Cotton", "Enamel", "Felt", "Folding", "Glass",
         "Harbour", "Linen", "Maple", "Nordic", "Oak", "Pocket", "Slate", "Travel", "Walnut", "Woollen"];

    private static readonly (string Noun, string Department, decimal Price, int Grams)[] Things =
        [("Backpack", "Outdoors", 89, 1200), ("Blanket", "Home", 59, 900), ("Bottle", "Outdoors", 24, 350), ("Bowl", "Kitchen", 19, 450),
         ("Chair", "Home", 149, 5200), ("Clock", "Home", 45, 600), ("Compass", "Outdoors", 32, 120), ("Desk Lamp", "Office", 69, 1400),
         ("Jug", "Kitchen", 28, 800), ("Kettle", "Kitchen", 54, 1100), ("Knife", "Kitchen", 39, 250), ("Lantern", "Outdoors", 36, 700),
         ("Mug", "Kitchen", 14, 300), ("Notebook", "Office", 12, 280), ("Pen", "Office", 18, 40), ("Pillow", "Home", 34, 750),
         ("Scarf", "Clothing", 42, 180), ("Socks", "Clothing", 11, 90), ("Tray", "Kitchen", 26, 650), ("Umbrella", "Clothing", 48, 520)];

    private readonly Product[] _all = [.. Makes.SelectMany((make, row) => Things.Select((thing, column) => Make(make, row, thing, column)))];
    private readonly int[] _stock;

    public Products() => _stock = [.. Enumerable.Repeat(FullShelf, _all.Length)];

    public IReadOnlyList<Product> All => _all;

    public IReadOnlyList<Product> FrontShelf => _all[..ShelfSize];

    public Product? Find(int id) => id >= 1 && id <= _all.Length ? _all[id - 1] : null;

    /// <summary>Products that hold every word of the query, those that name it first.</summary>
    public IReadOnlyList<Product> Search(string query)
    {
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. _all
            .Where(product => words.All(word => Holds(product.Name, word) || Holds(product.Description, word)))
            .OrderByDescending(product => words.Count(word => Holds(product.Name, word)))
            .ThenBy(product => product.Price)
            .Take(ShelfSize)];
    }

    public int StockOf(Product product) => Volatile.Read(ref _stock[product.Id - 1]);

    public void TakeFromStock(Product product) => Interlocked.Decrement(ref _stock[product.Id - 1]);

    /// <summary>Fills every shelf that is below half; returns how many it filled.</summary>
    public int Restock()
    {
        var filled = 0;
        for (var i = 0; i < _stock.Length; i++)
        {
            if (Volatile.Read(ref _stock[i]) >= FullShelf / 2)
                continue;
            Volatile.Write(ref _stock[i], FullShelf);
            filled++;
        }
        return filled;
    }

    public IEnumerable<(string Department, long Items)> StockByDepartment()
        => _all.GroupBy(product => product.Department, (department, shelf) => (department, shelf.Sum(product => (long)StockOf(product))));

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static Product Make(string make, int row, (string Noun, string Department, decimal Price, int Grams) thing, int column)
        => new(
            Id: row * Things.Length + column + 1,
            Name: $"{make} {thing.Noun}",
            thing.Department,
            Description: $"A {thing.Noun.ToLowerInvariant()} of the {make.ToLowerInvariant()} line, made for {thing.Department.ToLowerInvariant()}.",
            Price: thing.Price + row * 1.5m,
            thing.Grams);
}
