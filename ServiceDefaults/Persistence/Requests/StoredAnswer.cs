using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Persistence.Requests;

/// <summary>An answer as it was first given, byte for byte.</summary>
internal sealed class StoredAnswer(IdempotencyKey row) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = row.Status;
        response.ContentType = row.ContentType;
        if (row.Location is not null)
        {
            response.Headers.Location = row.Location;
        }

        if (row.Body.Length > 0)
        {
            response.ContentLength = row.Body.Length;
            await response.Body.WriteAsync(row.Body);
        }
    }

    /// <summary>Executes a result into memory instead of the connection, which stays as it was.</summary>
    public static async Task<(int Status, string? ContentType, string? Location, byte[] Body)> RecordAsync(
        HttpContext http,
        object? result
    )
    {
        var response = http.Response;
        var connection = response.Body;
        var headers = response.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase);
        using var memory = new MemoryStream();
        response.Body = memory;
        try
        {
            await (result is IResult answer ? answer : TypedResults.Ok(result)).ExecuteAsync(http);
            var recorded = (
                response.StatusCode,
                response.ContentType,
                (string?)response.Headers.Location,
                memory.ToArray()
            );
            response.Headers.Clear();
            foreach (var (name, value) in headers)
            {
                response.Headers[name] = value;
            }

            return recorded;
        }
        finally
        {
            response.Body = connection;
        }
    }
}
