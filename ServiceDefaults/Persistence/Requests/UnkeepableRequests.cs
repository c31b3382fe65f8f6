using IntegrationPlatform.Hosting.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace IntegrationPlatform.Persistence.Requests;

/// <summary>
/// Answers a request that holds what no table can: U+0000 in a text, or a text or number beyond its column. It is the
/// sender's fault and never ours, whatever rule has let it through (SQLSTATE class 22).
/// </summary>
internal sealed class UnkeepableRequests : IExceptionHandler
{
    private static readonly HashSet<string> Unkeepable = new(
        [
            PostgresErrorCodes.StringDataRightTruncation,
            PostgresErrorCodes.NumericValueOutOfRange,
            PostgresErrorCodes.DatetimeFieldOverflow,
            PostgresErrorCodes.CharacterNotInRepertoire,
            PostgresErrorCodes.UntranslatableCharacter,
        ],
        StringComparer.Ordinal
    );

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if ((exception as PostgresException ?? exception.InnerException) is not PostgresException refused)
        {
            return false;
        }

        if (!Unkeepable.Contains(refused.SqlState))
        {
            return false;
        }

        await GeneralProblems
            .Unreadable.With("A text holds the character U+0000, or a text or number is beyond what can be kept.")
            .ExecuteAsync(httpContext);
        return true;
    }
}
