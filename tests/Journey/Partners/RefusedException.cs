using System.Net;

namespace IntegrationPlatform.Journey.Partners;

/// <summary>The platform refused a request that the journey counts on.</summary>
public sealed class RefusedException(string request, HttpStatusCode status, string problem)
    : Exception($"{request} was answered {(int)status}: {problem}")
{
    /// <summary>The answer's status.</summary>
    public HttpStatusCode Status => status;
}
