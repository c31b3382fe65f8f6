using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationPlatform.Imdinett.Receiving;

/// <summary>Takes an event: checks who sent it, when and in which order, keeps it, and only then acknowledges it.</summary>
internal static class ReceiveEvent
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/", Handle);
        routes.MapPost("/events", Handle);
        routes.MapPost("/faults", (Fault fault, Faults faults) => faults.Add(fault));
    }

    private static async Task<IResult> Handle(
        HttpContext http,
        Inbox inbox,
        SignatureCheck check,
        Faults faults,
        TimeProvider clock
    )
    {
        var fault = faults.Take();
        if (fault is { AfterApplying: false })
        {
            if (fault.RetryAfter is { } seconds)
            {
                http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            return TypedResults.StatusCode(fault.Status);
        }

        using var memory = new MemoryStream();
        await http.Request.Body.CopyToAsync(memory, http.RequestAborted);
        var body = memory.ToArray();
        var headers = http.Request.Headers;
        string id = headers["webhook-id"].ToString();
        if (
            !check.Vouches(
                id,
                headers["webhook-timestamp"].ToString(),
                headers["webhook-signature"].ToString(),
                body,
                clock.GetUtcNow()
            )
        )
        {
            inbox.Reject();
            return TypedResults.Problem(
                "Nobody vouches for this event.",
                statusCode: StatusCodes.Status401Unauthorized
            );
        }

        if (Read(http.Request, body, id) is not { } received)
        {
            inbox.Reject();
            return TypedResults.Problem("This is not an event.", statusCode: StatusCodes.Status400BadRequest);
        }

        var applied = inbox.Apply(received, OneLine(body));
        if (fault is not null)
        {
            http.Abort();
        }

        return applied == Applied.OutOfOrder
            ? TypedResults.Problem("An earlier event is missing.", statusCode: StatusCodes.Status409Conflict)
            : TypedResults.Ok(new { id, applied = applied.ToString() });
    }

    private static CloudEvent? Read(HttpRequest request, byte[] body, string id)
    {
        if (request.ContentType?.StartsWith("application/cloudevents+json", StringComparison.Ordinal) is not true)
        {
            return null;
        }

        try
        {
            var received = CloudEvent.Parse(body);
            return received.Id == id ? received : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // A line of the file is an event, so line breaks between tokens go.
    private static byte[] OneLine(byte[] body) =>
        body.AsSpan().Contains((byte)'\n') ? JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(body)) : body;
}
