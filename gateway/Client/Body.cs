using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace IntegrationPlatform.Client;

/// <summary>A request's body; made anew for each try, since a try disposes of it.</summary>
internal static class Body
{
    public static Func<HttpContent> Of<T>(T request, JsonTypeInfo<T> json) => () => JsonContent.Create(request, json);
}
