using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Grants.Geography;

/// <summary>Municipalities that are known to exist, because what names them was checked when it came in.</summary>
public static class Places
{
    /// <summary>The municipality with a number.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Municipality Known(string number) =>
        MunicipalityRegister.Find(number) ?? throw new InvalidOperationException($"No municipality {number}.");
}
