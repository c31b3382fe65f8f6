using MassTransit;

namespace IntegrationPlatform.Messaging;

/// <summary>Names a queue <c>service-consumer</c>, in kebab case: <c>mapping-cluster-copy</c>.</summary>
internal sealed class EndpointNames(string service) : KebabCaseEndpointNameFormatter(service, false)
{
    // A generic consumer is named after itself, not after its last argument.
    protected override string GetConsumerName(Type type) =>
        type.Name.Split('`') is [var name, _] ? SanitizeName(Prefix + name) : base.GetConsumerName(type);
}
