using System.Security.Cryptography;
using System.Text;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Persistence.Requests;

/// <summary>
/// Runs a request that changes something as one transaction, together with its <c>Idempotency-Key</c> when it has
/// one: the same key and payload give the first answer again, another payload is 422, a request still in progress is
/// 409. An answer of 400 and above rolls everything back, so a refused request changes nothing and leaves no key. The
/// audit's entry is part of it, and a look at a case is answered only after its entry is written (ALL-2).
/// </summary>
internal sealed class OneTransaction<TDb> : IEndpointFilter
    where TDb : DbContext
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 255;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        var db = http.RequestServices.GetRequiredService<TDb>();
        var entry = AuditEntry.Of(http);
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            var shown = await next(invocation);
            if (entry is { Case: not Case.None } && StatusOf(shown) < 400)
            {
                db.Add(entry);
                await db.SaveChangesAsync(http.RequestAborted);
            }

            return shown;
        }

        // Added before the handler runs: its own SaveChanges writes the entry in the same round trip.
        if (entry is not null)
        {
            db.Add(entry);
        }

        // A refusal rolls everything back: a savepoint for each save would only cost a round trip.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        if (!http.Request.Headers.TryGetValue(Header, out var header))
        {
            var plain = await next(invocation);
            if (StatusOf(plain) < 400)
            {
                await db.SaveChangesAsync(http.RequestAborted);
                await transaction.CommitAsync(CancellationToken.None);
            }

            return plain;
        }

        if (header is not [{ Length: > 0 and <= LongestKey } key] || !IsPlain(key))
        {
            return RequestProblems.BadKey.With();
        }

        return await OnceAsync(db, transaction, key, invocation, next);
    }

    private static async Task<object?> OnceAsync(
        TDb db,
        IDbContextTransaction transaction,
        string key,
        EndpointFilterInvocationContext invocation,
        EndpointFilterDelegate next
    )
    {
        var http = invocation.HttpContext;
        var organisation = http.Features.Get<Caller>()?.Organisation ?? "";
        var fingerprint = await FingerprintAsync(http.Request);
        var lockId = BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{organisation}\n{key}")));
        var free = await db
            .Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({lockId}) as \"Value\"")
            .SingleAsync(http.RequestAborted);
        if (!free)
        {
            http.Response.Headers.RetryAfter = "1";
            return RequestProblems.InProgress.With();
        }

        var seen = await db.Set<IdempotencyKey>()
            .AsNoTracking()
            .SingleOrDefaultAsync(k => k.Organisation == organisation && k.Key == key, http.RequestAborted);
        if (seen is not null)
        {
            return seen.Fingerprint.AsSpan().SequenceEqual(fingerprint)
                ? new StoredAnswer(seen)
                : RequestProblems.Reused.With();
        }

        var result = await next(invocation);
        if (StatusOf(result) >= 400)
        {
            return result;
        }

        var answer = await StoredAnswer.RecordAsync(http, result);
        var row = new IdempotencyKey
        {
            Organisation = organisation,
            Key = key,
            Fingerprint = fingerprint,
            At = TimeProvider.System.GetUtcNow(),
            Status = answer.Status,
            ContentType = answer.ContentType,
            Location = answer.Location,
            Body = answer.Body,
        };
        db.Add(row);
        await db.SaveChangesAsync(http.RequestAborted);
        await transaction.CommitAsync(CancellationToken.None);
        return new StoredAnswer(row);
    }

    // A comma would be two values that somebody on the way joined.
    private static bool IsPlain(string key) => !key.AsSpan().ContainsAnyExceptInRange('!', '~') && !key.Contains(',');

    // Results<A, B> wraps the one it became.
    private static int StatusOf(object? result) =>
        result is INestedHttpResult nested
            ? StatusOf(nested.Result)
            : (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;

    // The body was read by binding: EnableBuffering (see MapService) lets it be read once more.
    private static async Task<byte[]> FingerprintAsync(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n"));
        request.Body.Position = 0;
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer)) > 0)
        {
            hash.AppendData(buffer.AsSpan(0, read));
        }

        return hash.GetHashAndReset();
    }
}
