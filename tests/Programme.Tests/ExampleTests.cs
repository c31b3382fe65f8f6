using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Programme.Enrolments;
using IntegrationPlatform.Tests.Support.Contract;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.Tests;

/// <summary>The service's API document: it is the one in docs/api, and its examples work as they stand.</summary>
public sealed class ExampleTests(ProgrammeFixture fixture) : IClassFixture<ProgrammeFixture>
{
    [Fact]
    public Task The_document_is_the_committed_one() => DocumentSnapshot.Holds("programme", fixture.Anonymous());

    [Fact]
    public async Task Every_example_is_answered_as_documented()
    {
        await fixture.Publish(ExampleCase.Established);
        await fixture.Publish(
            new ResidentArrived(
                ExampleCase.Resident,
                ExampleCase.Household,
                ExampleCase.Cluster,
                fixture.Today,
                AgeGroup.Adult,
                PermitStatus.Granted
            )
        );
        await fixture.Publish(
            new MappingCompleted(ExampleCase.Resident, ExampleCase.Cluster, fixture.Today, InTime: true)
        );
        await Eventually.Holds(
            "the mapped resident is enrolled",
            () =>
                fixture.InDatabase(db =>
                    db.Enrolments.AnyAsync(e =>
                        e.CorrelationId == ExampleCase.Resident && e.MappedOn != null && e.ArrivedOn != null
                    )
                )
        );
        var centre = fixture.As(ExampleCase.Centre, "programme.read", "programme.write", "programme.export");
        var municipality = fixture.Client(ExampleCase.HostMunicipality);
        var nav = fixture.Client(ExampleCase.NavOffice);
        var imdi = fixture.As(new Directorates().Imdi, "programme.read", "programme.policy");
        var examples = await ExampleBook.Open("Programme", fixture.Anonymous());

        await examples.Play("recordCommitment", centre);
        await fixture.Reaches(ExampleCase.Resident, EnrolmentPhase.Committed);
        await examples.Play("readEnrolment", centre);
        await examples.Play("recordNavAssessment", nav);
        await examples.Play("draftPlan", centre);
        await examples.Play("agreePlan", centre);
        await municipality
            .Post(ProgrammeFixture.Of(ExampleCase.Resident, "plans/1/agreements"), new { party = "hostMunicipality" })
            .Json();
        await examples.Play("readPlans", centre);
        await examples.Play("completeElement", municipality);
        await examples.Play("readElements", municipality);
        await examples.Play("readProgrammeLog", centre);
        await examples.Play("exportFromProgramme", centre);
        await examples.Play("listProgrammePolicies", imdi);
        await examples.Play("addProgrammePolicy", imdi);

        Assert.Empty(examples.NotPlayed);
    }
}
