using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Hosting.Limits;

/// <summary>
/// The body of a request that did not say its length. Over the limit it reads on to the end (up to a bound, and not for
/// long) and then refuses with 413: a sender that is cut off in the middle would see a broken connection instead.
/// </summary>
internal sealed class LimitedBody(Stream body, long limit) : Stream
{
    private static readonly TimeSpan SwallowedWithin = TimeSpan.FromSeconds(10);
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads a body to its end and forgets it.</summary>
    public static async Task SwallowAsync(Stream body, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(SwallowedWithin);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await body.ReadAsync(buffer, limit.Token) > 0) { }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // Too slow, too much, or away: the answer is the same.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await body.ReadAsync(buffer, cancellationToken);
        _read += read;
        if (_read > limit)
        {
            await SwallowAsync(body, cancellationToken);
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A request is read asynchronously.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
