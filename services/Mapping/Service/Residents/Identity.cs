namespace IntegrationPlatform.Mapping.Residents;

/// <summary>Who a resident is. Stored only sealed with the resident's key (ALL-1).</summary>
/// <param name="Duf">The DUF number.</param>
/// <param name="Name">The name.</param>
/// <param name="BirthDate">The birth date.</param>
/// <param name="Languages">Languages registered at arrival.</param>
public sealed record Identity(string Duf, string Name, DateOnly BirthDate, IReadOnlyList<string> Languages)
{
    /// <summary>What the seal is for.</summary>
    public const string Purpose = "identity";
}
