using IntegrationPlatform.Hosting.Problems;
using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Hosting.Tests.Problems;

/// <summary>A request with several faults is told all of them at once.</summary>
public sealed class FieldErrorsTests
{
    [Fact]
    public void All_that_does_not_hold_is_told_with_its_rule()
    {
        var errors = new FieldErrors()
            .Require(holds: true, "/duf", "MAP-1", "Has 12 digits.")
            .Require(holds: false, "/arrivedOn", "MAP-1", "Is in the future.")
            .Require(holds: false, "/household/0/birthDate", "MAP-1", "Is in the future.");

        Assert.True(errors.Any);
        var problem = errors.Problem();
        Assert.Equal(StatusCodes.Status400BadRequest, problem.StatusCode);
        Assert.Equal("/problems/invalid-request", problem.ProblemDetails.Type);
        Assert.Equal(
            [
                new FieldError("/arrivedOn", "Is in the future.", "MAP-1"),
                new FieldError("/household/0/birthDate", "Is in the future.", "MAP-1"),
            ],
            Assert.IsAssignableFrom<IEnumerable<FieldError>>(problem.ProblemDetails.Extensions["errors"])
        );
    }

    [Fact]
    public void Nothing_wrong_is_nothing_told() =>
        Assert.False(new FieldErrors().Require(holds: true, "/duf", "MAP-1", "Has 12 digits.").Any);
}
