using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace IntegrationPlatform.Grants.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "appropriation_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    appropriation = table.Column<string>(type: "text", nullable: false),
                    manager = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    appropriated = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    allocated = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    ordered = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appropriation_lines", x => x.id);
                    table.CheckConstraint("never_overdrawn", "allocated between 0 and appropriated");
                    table.CheckConstraint("ordered_is_allocated", "ordered between 0 and allocated");
                });

            migrationBuilder.CreateTable(
                name: "chosen_clusters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    interest_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    host_municipality = table.Column<string>(type: "text", nullable: false),
                    host_municipality_organisation = table.Column<string>(type: "text", nullable: false),
                    centre_organisation = table.Column<string>(type: "text", nullable: false),
                    career_centre_organisation = table.Column<string>(type: "text", nullable: false),
                    nav_office_organisation = table.Column<string>(type: "text", nullable: true),
                    centre_name = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "text", nullable: false),
                    whole_centre = table.Column<bool>(type: "boolean", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    guidance_capacity = table.Column<int>(type: "integer", nullable: false),
                    political_reservation = table.Column<bool>(type: "boolean", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    revocation = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chosen_clusters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_selections",
                columns: table => new
                {
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    interest_by = table.Column<DateOnly>(type: "date", nullable: true),
                    decide_by = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    interests_close_token = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_due_token = table.Column<Guid>(type: "uuid", nullable: true),
                    current_state = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_selections", x => x.correlation_id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    organisation = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => new { x.organisation, x.key });
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "text", nullable: false),
                    chosen = table.Column<bool>(type: "boolean", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    addressee = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<string>(type: "text", nullable: false),
                    copy = table.Column<bool>(type: "boolean", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notifications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "policy",
                columns: table => new
                {
                    rule = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    holds_from = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy", x => new { x.rule, x.name, x.holds_from });
                });

            migrationBuilder.CreateTable(
                name: "rounds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    interest_by = table.Column<DateOnly>(type: "date", nullable: false),
                    decide_by = table.Column<DateOnly>(type: "date", nullable: false),
                    describe_by = table.Column<DateOnly>(type: "date", nullable: false),
                    basics_by = table.Column<DateOnly>(type: "date", nullable: false),
                    complete_by = table.Column<DateOnly>(type: "date", nullable: false),
                    period_to = table.Column<DateOnly>(type: "date", nullable: false),
                    hosts = table.Column<int>(type: "integer", nullable: false),
                    opened_by = table.Column<string>(type: "text", nullable: false),
                    client = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rounds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stays",
                columns: table => new
                {
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cluster_id = table.Column<Guid>(type: "uuid", nullable: true),
                    arrived_on = table.Column<DateOnly>(type: "date", nullable: true),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    erased = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stays", x => x.resident_id);
                });

            migrationBuilder.CreateTable(
                name: "ledger",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    movement = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    allocation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    corrects = table.Column<Guid>(type: "uuid", nullable: true),
                    grounds = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    client = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger", x => x.id);
                    table.ForeignKey(
                        name: "fk_ledger_appropriation_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "appropriation_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allocations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    distribution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cluster_id = table.Column<Guid>(type: "uuid", nullable: false),
                    residents = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocations", x => x.id);
                    table.ForeignKey(
                        name: "fk_allocations_appropriation_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "appropriation_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_allocations_chosen_clusters_cluster_id",
                        column: x => x.cluster_id,
                        principalTable: "chosen_clusters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    interest_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    consulted = table.Column<string[]>(type: "text[]", nullable: false),
                    grounds = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    client = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.round_id);
                    table.ForeignKey(
                        name: "fk_decisions_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "text", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    superseded = table.Column<bool>(type: "boolean", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    client = table.Column<string>(type: "text", nullable: false),
                    nav_office = table.Column<string>(type: "text", nullable: true),
                    ambition = table.Column<string>(type: "text", nullable: false),
                    political_reservation = table.Column<bool>(type: "boolean", nullable: false),
                    career_centre = table.Column<string>(type: "jsonb", nullable: false),
                    centre = table.Column<string>(type: "jsonb", nullable: false),
                    letter_of_intent = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interests", x => x.id);
                    table.ForeignKey(
                        name: "fk_interests_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "text", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => new { x.round_id, x.municipality });
                    table.ForeignKey(
                        name: "fk_invitations_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "approvals",
                columns: table => new
                {
                    allocation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    client = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals", x => new { x.allocation_id, x.person });
                    table.ForeignKey(
                        name: "fk_approvals_allocations_allocation_id",
                        column: x => x.allocation_id,
                        principalTable: "allocations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    allocation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payee = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    stopped_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_orders", x => x.id);
                    table.ForeignKey(
                        name: "fk_payment_orders_allocations_allocation_id",
                        column: x => x.allocation_id,
                        principalTable: "allocations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                columns: table => new
                {
                    interest_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    ability = table.Column<int>(type: "integer", nullable: false),
                    effort = table.Column<int>(type: "integer", nullable: false),
                    innovation = table.Column<int>(type: "integer", nullable: false),
                    grounds = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    client = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessments", x => new { x.interest_id, x.version });
                    table.ForeignKey(
                        name: "fk_assessments_interests_interest_id",
                        column: x => x.interest_id,
                        principalTable: "interests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "appropriation_lines",
                columns: new[] { "id", "appropriation", "line", "manager", "source", "year" },
                values: new object[,]
                {
                    { new Guid("00002016-0000-0000-0000-000000000001"), "integration-reception-centres", "Qualification", "Imdi", "S1", 2016 },
                    { new Guid("00002016-0000-0000-0000-000000000002"), "integration-reception-centres", "Meetings", "Imdi", "S1", 2016 },
                    { new Guid("00002016-0000-0000-0000-000000000003"), "integration-reception-centres", "Evaluation", "Imdi", "S1", 2016 },
                    { new Guid("00002016-0000-0000-0000-000000000004"), "integration-reception-centres", "NotItemised", "Imdi", "S1", 2016 },
                    { new Guid("00002016-0000-0000-0000-000000000005"), "career-guidance", "CareerCentres", "Hkdir", "S0, S1", 2016 },
                    { new Guid("00002016-0000-0000-0000-000000000006"), "voluntary-organisations", "Voluntary", "Imdi", "S1", 2016 }
                });

            migrationBuilder.InsertData(
                table: "policy",
                columns: new[] { "holds_from", "name", "rule", "source", "unit", "value" },
                values: new object[,]
                {
                    { new DateOnly(2016, 7, 4), "basics-by", "GRA-1", "S1", "days", 89m },
                    { new DateOnly(2016, 7, 4), "complete-by", "GRA-1", "S1", "days", 180m },
                    { new DateOnly(2016, 7, 4), "decide-by", "GRA-1", "S1", "days", 58m },
                    { new DateOnly(2016, 7, 4), "describe-by", "GRA-1", "S1", "days", 73m },
                    { new DateOnly(2016, 7, 4), "hosts", "GRA-1", "S1", "municipalities", 5m },
                    { new DateOnly(2016, 7, 4), "interest-by", "GRA-1", "S1", "days", 46m },
                    { new DateOnly(2016, 7, 4), "invited-municipalities", "GRA-1", "S1", "municipalities", 10m },
                    { new DateOnly(2016, 7, 4), "period-to", "GRA-1", "S1", "days", 910m },
                    { new DateOnly(2016, 7, 4), "approvers", "GRA-10", "P", "persons", 2m },
                    { new DateOnly(2016, 7, 4), "assessment-weight", "GRA-3", "P", "points", 1m },
                    { new DateOnly(2016, 7, 4), "both-forms-weight", "GRA-3", "P", "points", 5m },
                    { new DateOnly(2016, 7, 4), "country-part-weight", "GRA-3", "P", "points", 3m },
                    { new DateOnly(2016, 7, 4), "operator-kind-weight", "GRA-3", "P", "points", 5m }
                });

            migrationBuilder.CreateIndex(
                name: "ix_allocations_cluster_id",
                table: "allocations",
                column: "cluster_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocations_line_id",
                table: "allocations",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_appropriation_lines_year_line",
                table: "appropriation_lines",
                columns: new[] { "year", "line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_chosen_clusters_interest_id",
                table: "chosen_clusters",
                column: "interest_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_at",
                table: "idempotency_keys",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_interests_round_id_municipality_version",
                table: "interests",
                columns: new[] { "round_id", "municipality", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ledger_allocation_id",
                table: "ledger",
                column: "allocation_id");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_corrects",
                table: "ledger",
                column: "corrects",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ledger_line_id",
                table: "ledger",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_number",
                table: "ledger",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notifications_round_id",
                table: "notifications",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_orders_allocation_id",
                table: "payment_orders",
                column: "allocation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stays_cluster_id",
                table: "stays",
                column: "cluster_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approvals");

            migrationBuilder.DropTable(
                name: "assessments");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "host_selections");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "ledger");

            migrationBuilder.DropTable(
                name: "notifications");

            migrationBuilder.DropTable(
                name: "payment_orders");

            migrationBuilder.DropTable(
                name: "policy");

            migrationBuilder.DropTable(
                name: "stays");

            migrationBuilder.DropTable(
                name: "interests");

            migrationBuilder.DropTable(
                name: "allocations");

            migrationBuilder.DropTable(
                name: "rounds");

            migrationBuilder.DropTable(
                name: "appropriation_lines");

            migrationBuilder.DropTable(
                name: "chosen_clusters");
        }
    }
}
