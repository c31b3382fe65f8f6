// Gets an access token and registers an arrival.
using System.Security.Cryptography;
using IntegrationPlatform.Client;

if (args is not [var gateway, var issuer, var clientId, var keyFile, var clusterId])
{
    Console.Error.WriteLine("Client.Sample GATEWAY ISSUER CLIENT-ID KEY.pem CLUSTER-ID");
    return 2;
}

using var key = RSA.Create();
key.ImportFromPem(await File.ReadAllTextAsync(keyFile));
using var platform = new PlatformClient(
    new PartnerSettings
    {
        Gateway = new Uri(gateway),
        Issuer = new Uri(issuer),
        ClientId = clientId,
        KeyId = clientId,
        Key = key,
        Scopes = ["imdi:integrering/mapping.write"],
    }
);
try
{
    var resident = await platform.Mapping.RegisterArrivalAsync(
        new Arrival(
            Guid.Parse(clusterId),
            Duf: "202412345610",
            Name: "Selam Tesfay",
            BirthDate: new DateOnly(1990, 5, 17),
            ArrivedOn: new DateOnly(2024, 3, 4),
            Languages: ["ti", "en"],
            PermitStatus.Likely
        )
    );
    Console.WriteLine($"{resident.Id} is registered; the mapping is due on {resident.MappingDueOn:yyyy-MM-dd}.");
    return 0;
}
catch (ProblemException refused)
{
    Console.Error.WriteLine($"{refused.Problem.Type}: {refused.Message}");
    return 1;
}
