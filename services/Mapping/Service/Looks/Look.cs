using IntegrationPlatform.Hosting.Tokens;

namespace IntegrationPlatform.Mapping.Looks;

/// <summary>Somebody looked at a person's data (ALL-1). Rows are only ever added.</summary>
public sealed class Look
{
    /// <summary>The look's id; ids grow with time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>What was looked at.</summary>
    public required Looked At { get; init; }

    /// <summary>On which ground.</summary>
    public required Ground Ground { get; init; }

    /// <summary>Who, and when.</summary>
    public required Attribution By { get; init; }
}

/// <summary>What somebody looked at.</summary>
public enum Looked
{
    /// <summary>Who the resident is.</summary>
    Identity,

    /// <summary>Status and dates, without who it is.</summary>
    Status,

    /// <summary>The competence mapping.</summary>
    Mapping,

    /// <summary>Identity and mapping, on the way to the settlement municipality.</summary>
    Transfer,
}

/// <summary>Why an organisation may look at a resident.</summary>
public enum Ground
{
    /// <summary>It runs the centre where the resident lives.</summary>
    Centre,

    /// <summary>It guides the resident (GUI-2).</summary>
    CareerCentre,

    /// <summary>It agrees the resident's plan (PRO-3).</summary>
    HostMunicipality,

    /// <summary>It decides on permits and on who lives at a centre (S0).</summary>
    Udi,

    /// <summary>It leads the board (ALL-4).</summary>
    Imdi,

    /// <summary>A municipality accepted the resident (SET-4).</summary>
    Settlement,
}
