using IntegrationPlatform.Persistence.Policy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.Portfolios;

/// <summary>What each criterion counts, in points (GRA-3).</summary>
/// <param name="Assessment">One point of assessment.</param>
/// <param name="Operator">Each kind of operator beyond the first.</param>
/// <param name="CountryPart">Each part of the country beyond the first.</param>
/// <param name="BothForms">Having both whole centres and departments.</param>
public sealed record Weights(decimal Assessment, decimal Operator, decimal CountryPart, decimal BothForms)
{
    /// <summary>The weights in force on a day.</summary>
    public static async Task<Weights> On(DbContext db, DateOnly day, CancellationToken cancellation) =>
        new(
            await db.PolicyAsync(GrantsPolicy.AssessmentWeight, day, cancellation),
            await db.PolicyAsync(GrantsPolicy.OperatorWeight, day, cancellation),
            await db.PolicyAsync(GrantsPolicy.CountryPartWeight, day, cancellation),
            await db.PolicyAsync(GrantsPolicy.BothFormsWeight, day, cancellation)
        );
}
