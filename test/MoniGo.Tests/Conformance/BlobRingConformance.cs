using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>What every ring of captures promises; one subclass per ring runs it.</summary>
public abstract class BlobRingConformance
{
    private static readonly BlobInfo Info = new("cpu-profile", "shop.pprof", "application/octet-stream", TickScript.Noon);

    private protected abstract IBlobRing Create(long capacity);

    /// <summary>Ends the ring and gives the one that goes on; the same where it lives no longer than its process.</summary>
    private protected virtual ValueTask<IBlobRing> ReopenAsync(IBlobRing ring, long capacity) => new(ring);

    [Fact]
    public async Task A_blob_comes_back_as_it_was_added()
    {
        var ring = Create(1 << 20);
        byte[] content = [1, 2, 3];

        var id = await ring.AddAsync(Info, content);
        content[0] = 99; // the caller uses its buffer again

        var (blob, expired) = await ring.FindAsync(id!);
        Assert.Equal((id, Info, 3), (blob!.Id, blob.Info, blob.Length));
        Assert.Equal([1, 2, 3], blob.Content.ToArray());
        Assert.False(expired);
    }

    [Fact]
    public async Task An_id_that_never_was_is_unknown_and_not_expired()
    {
        var ring = Create(1 << 20);
        var id = await ring.AddAsync(Info, new byte[1]);

        foreach (var unknown in new[] { "", "nonsense", id + "0", "../" + id, id!.ToUpperInvariant() + "x" })
            Assert.Equal(default, await ring.FindAsync(unknown));
    }

    [Fact]
    public async Task The_oldest_blobs_make_room_and_their_ids_answer_expired()
    {
        var ring = Create(64 * 1024);
        var ids = new List<string>();
        for (var i = 0; i < 10; i++)
            ids.Add((await ring.AddAsync(Info, new byte[15 * 1024]))!);

        Assert.Equal(new BlobLookup(null, Expired: true), await ring.FindAsync(ids[0]));
        Assert.NotNull((await ring.FindAsync(ids[^1])).Blob);
        Assert.Equal(10, ids.Distinct().Count());
        var kept = await ring.ListAsync().ToListAsync();
        Assert.InRange(kept.Sum(blob => blob.Length), 1, 64 * 1024);
    }

    [Fact]
    public async Task A_blob_larger_than_the_ring_is_not_taken_and_pushes_nothing_out()
    {
        var ring = Create(64 * 1024);
        var id = await ring.AddAsync(Info, new byte[100]);

        Assert.Null(await ring.AddAsync(Info, new byte[(64 * 1024) + 1]));
        Assert.NotNull((await ring.FindAsync(id!)).Blob);
    }

    [Fact]
    public async Task Empty_blobs_are_bounded_too()
    {
        var ring = Create(64 * 1024);
        for (var i = 0; i < 2000; i++)
            Assert.NotNull(await ring.AddAsync(Info, default));

        Assert.InRange(await ring.ListAsync().CountAsync(), 1, 1999);
    }

    [Fact]
    public async Task A_listing_is_newest_first_and_leaves_the_content_out()
    {
        var ring = Create(1 << 20);
        var first = await ring.AddAsync(Info, new byte[10]);
        var second = await ring.AddAsync(Info with { Kind = "stacks" }, new byte[20]);

        var listed = await ring.ListAsync().ToListAsync();

        Assert.Equal([(second!, "stacks", 20L), (first!, "cpu-profile", 10L)], listed.Select(blob => (blob.Id, blob.Info.Kind, blob.Length)));
        Assert.All(listed, blob => Assert.True(blob.Content.IsEmpty));
    }

    [Fact]
    public async Task Cancelled_calls_end()
    {
        var ring = Create(1 << 20);
        var cancelled = new CancellationToken(canceled: true);
        var id = await ring.AddAsync(Info, new byte[1]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ring.AddAsync(Info, new byte[1], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ring.FindAsync(id!, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ring.ListAsync(cancelled).ToListAsync());
        Assert.Single(await ring.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Many_may_use_the_ring_at_once()
    {
        var ring = Create(64 * 1024);
        await Parallel.ForAsync(0, 500, async (i, cancellationToken) =>
        {
            var id = await ring.AddAsync(Info, new byte[i], cancellationToken);
            var (blob, expired) = await ring.FindAsync(id!, cancellationToken);
            Assert.True(expired || blob!.Length == i);
        });

        Assert.InRange((await ring.ListAsync().ToListAsync()).Sum(blob => blob.Length), 1, 64 * 1024);
    }

    [Fact]
    public async Task Blobs_are_there_after_reopening_and_dropped_ones_are_expired()
    {
        const int Capacity = 64 * 1024;
        var ring = Create(Capacity);
        var dropped = await ring.AddAsync(Info, new byte[20 * 1024]);
        var first = await ring.AddAsync(Info with { FileName = "ä.pprof" }, new byte[] { 1, 2, 3 });
        var second = await ring.AddAsync(Info, new byte[50 * 1024]);
        ring = await ReopenAsync(ring, Capacity);

        Assert.Equal(new BlobLookup(null, Expired: true), await ring.FindAsync(dropped!));
        var found = (await ring.FindAsync(first!)).Blob!;
        Assert.Equal((first, Info with { FileName = "ä.pprof" }, 3), (found.Id, found.Info, found.Length));
        Assert.Equal([1, 2, 3], found.Content.ToArray());
        Assert.Equal([second!, first!], await ring.ListAsync().Select(blob => blob.Id).ToListAsync());

        var third = await ring.AddAsync(Info, new byte[1]);
        Assert.Equal([third!, second!, first!], await ring.ListAsync().Select(blob => blob.Id).ToListAsync());
        Assert.DoesNotContain(third, new[] { dropped, first, second });
    }
}
