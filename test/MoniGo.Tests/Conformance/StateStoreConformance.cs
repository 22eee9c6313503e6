using System.Text;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>What every store of small documents and leases promises; one subclass per store runs it.</summary>
public abstract class StateStoreConformance
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private protected FakeTime Time { get; } = new(TickScript.Noon);

    private protected abstract IStateStore Create(FakeTime time);

    /// <summary>Ends the store and gives the one that goes on; the same where it lives no longer than its process.</summary>
    private protected virtual ValueTask<IStateStore> ReopenAsync(IStateStore store) => new(store);

    [Fact]
    public async Task A_document_rises_in_version_with_each_write()
    {
        var store = Create(Time);

        Assert.Null(await store.GetAsync("alerts/cpu"));
        Assert.Equal(1, await store.PutAsync("alerts/cpu", Bytes("one"), 0));
        Assert.Equal(2, await store.PutAsync("alerts/cpu", Bytes("two"), 1));

        var document = await store.GetAsync("alerts/cpu");
        Assert.Equal(("alerts/cpu", 2, "two"), (document!.Key, document.Version, Encoding.UTF8.GetString(document.Value.Span)));
    }

    [Fact]
    public async Task A_write_with_an_outdated_version_changes_nothing()
    {
        var store = Create(Time);
        await store.PutAsync("key", Bytes("one"), 0);
        await store.PutAsync("key", Bytes("two"), 1);

        Assert.Null(await store.PutAsync("key", Bytes("late"), 1));
        Assert.Null(await store.PutAsync("key", Bytes("new"), 0));
        Assert.Null(await store.PutAsync("absent", Bytes("x"), 3));
        Assert.Equal(2, (await store.GetAsync("key"))!.Version);
        Assert.Null(await store.GetAsync("absent"));
    }

    [Fact]
    public async Task A_document_is_removed_only_at_the_expected_version()
    {
        var store = Create(Time);
        await store.PutAsync("key", Bytes("one"), 0);

        Assert.False(await store.DeleteAsync("key", 2));
        Assert.False(await store.DeleteAsync("absent", 1));
        Assert.True(await store.DeleteAsync("key", 1));
        Assert.Null(await store.GetAsync("key"));
        Assert.NotNull(await store.PutAsync("key", Bytes("again"), 0));
    }

    [Fact]
    public async Task The_content_is_a_copy()
    {
        var store = Create(Time);
        var content = Bytes("one");
        await store.PutAsync("key", content, 0);
        content[0] = (byte)'X';

        Assert.Equal("one", Encoding.UTF8.GetString((await store.GetAsync("key"))!.Value.Span));
    }

    [Fact]
    public async Task A_document_of_more_than_a_mebibyte_is_an_error()
    {
        var store = Create(Time);

        Assert.NotNull(await store.PutAsync("large", new byte[1024 * 1024], 0));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.PutAsync("larger", new byte[(1024 * 1024) + 1], 0));
    }

    [Fact]
    public async Task Keys_are_listed_by_prefix_in_ordinal_order()
    {
        var store = Create(Time);
        foreach (var key in new[] { "b/2", "a/1", "b/10", "B/1", "b" })
            await store.PutAsync(key, Bytes(key), 0);

        Assert.Equal(["b/10", "b/2"], await store.ListAsync("b/").ToListAsync());
        Assert.Equal(["B/1", "a/1", "b", "b/10", "b/2"], await store.ListAsync("").ToListAsync());
        Assert.Empty(await store.ListAsync("c").ToListAsync());
    }

    [Fact]
    public async Task Of_many_writers_one_wins_each_version()
    {
        var store = Create(Time);
        await store.PutAsync("counter", Bytes("0"), 0);
        var won = 0;
        await Parallel.ForAsync(0, 200, async (i, cancellationToken) =>
        {
            var document = await store.GetAsync("counter", cancellationToken);
            if (await store.PutAsync("counter", Bytes($"{i}"), document!.Version, cancellationToken) is not null)
                Interlocked.Increment(ref won);
        });

        Assert.Equal(1 + won, (await store.GetAsync("counter"))!.Version);
    }

    [Fact]
    public async Task A_lease_has_one_owner_until_it_ends()
    {
        var store = Create(Time);

        Assert.True(await store.TryLeaseAsync("leader", "a", Minute));
        Assert.False(await store.TryLeaseAsync("leader", "b", Minute));
        Assert.True(await store.TryLeaseAsync("other", "b", Minute));

        Time.Advance(Minute - TimeSpan.FromTicks(1));
        Assert.False(await store.TryLeaseAsync("leader", "b", Minute));

        Time.Advance(TimeSpan.FromTicks(1));
        Assert.True(await store.TryLeaseAsync("leader", "b", Minute));
    }

    [Fact]
    public async Task An_owner_renews_its_lease()
    {
        var store = Create(Time);
        await store.TryLeaseAsync("leader", "a", Minute);
        Time.Advance(Minute / 2);

        Assert.True(await store.TryLeaseAsync("leader", "a", Minute));
        Time.Advance(Minute / 2);
        Assert.False(await store.TryLeaseAsync("leader", "b", Minute));
    }

    [Fact]
    public async Task A_lease_is_given_back_only_by_its_owner()
    {
        var store = Create(Time);
        await store.TryLeaseAsync("leader", "a", Minute);

        Assert.False(await store.ReleaseAsync("leader", "b"));
        Assert.True(await store.ReleaseAsync("leader", "a"));
        Assert.False(await store.ReleaseAsync("leader", "a"));
        Assert.True(await store.TryLeaseAsync("leader", "b", Minute));

        Time.Advance(Minute);
        Assert.False(await store.ReleaseAsync("leader", "b")); // it has ended
    }

    [Fact]
    public async Task Of_many_candidates_one_gets_the_lease()
    {
        var store = Create(Time);
        var leaders = 0;
        await Parallel.ForAsync(0, 50, async (i, cancellationToken) =>
        {
            if (await store.TryLeaseAsync("leader", $"candidate-{i}", Minute, cancellationToken))
                Interlocked.Increment(ref leaders);
        });

        Assert.Equal(1, leaders);
    }

    [Fact]
    public async Task Cancelled_calls_end_and_change_nothing()
    {
        var store = Create(Time);
        var cancelled = new CancellationToken(canceled: true);
        await store.PutAsync("key", Bytes("one"), 0);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.GetAsync("key", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.PutAsync("key", Bytes("two"), 1, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.DeleteAsync("key", 1, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.ListAsync("", cancelled).ToListAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.TryLeaseAsync("l", "a", Minute, cancelled));
        Assert.Equal(1, (await store.GetAsync("key"))!.Version);
        Assert.True(await store.TryLeaseAsync("l", "b", Minute));
    }

    [Fact]
    public async Task Documents_and_their_versions_are_there_after_reopening()
    {
        var store = Create(Time);
        await store.PutAsync("kept", Bytes("one"), 0);
        await store.PutAsync("kept", Bytes("two"), 1);
        await store.PutAsync("empty", default, 0);
        await store.PutAsync("gone", Bytes("x"), 0);
        await store.DeleteAsync("gone", 1);
        await store.PutAsync("again", Bytes("x"), 0);
        await store.DeleteAsync("again", 1);
        await store.PutAsync("again", Bytes("y"), 0);
        store = await ReopenAsync(store);

        Assert.Equal(["again", "empty", "kept"], await store.ListAsync("").ToListAsync());
        var kept = await store.GetAsync("kept");
        Assert.Equal((2, "two"), (kept!.Version, Encoding.UTF8.GetString(kept.Value.Span)));
        Assert.Equal((1, 0), ((await store.GetAsync("empty"))!.Version, (await store.GetAsync("empty"))!.Value.Length));
        Assert.Equal("y", Encoding.UTF8.GetString((await store.GetAsync("again"))!.Value.Span));
        Assert.Null(await store.PutAsync("kept", Bytes("late"), 1));
        Assert.Equal(3, await store.PutAsync("kept", Bytes("three"), 2));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
