using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPlatform.Grants.Migrations
{
    /// <summary>
    /// Gives the ledger to the database (GRA-9): an entry moves its line's amounts, the line's amounts move by nothing
    /// else, and an entry is never changed or removed, by whomever. Then the first entries: the appropriations of 2016.
    /// </summary>
    [DbContext(typeof(GrantsDb))]
    [Migration("20261122003738_LedgerGuard")]
    public partial class LedgerGuard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                create function ledger_moves_its_line() returns trigger language plpgsql as $$
                begin
                  perform set_config('grants.ledger_moves', 'on', true);
                  update appropriation_lines set
                    appropriated = appropriated + case new.movement when 'Appropriated' then new.amount else 0 end,
                    allocated = allocated + case new.movement when 'Allocated' then new.amount else 0 end,
                    ordered = ordered + case new.movement when 'Ordered' then new.amount else 0 end
                  where id = new.line_id;
                  perform set_config('grants.ledger_moves', 'off', true);
                  return new;
                end $$;

                create trigger ledger_moves_its_line after insert on ledger
                  for each row execute function ledger_moves_its_line();

                create function ledger_is_never_changed() returns trigger language plpgsql as $$
                begin
                  raise exception 'The ledger is never changed: a correction is a new entry (GRA-9).'
                    using errcode = 'restrict_violation';
                end $$;

                create trigger ledger_is_never_changed before update or delete on ledger
                  for each row execute function ledger_is_never_changed();
                create trigger ledger_is_never_emptied before truncate on ledger
                  for each statement execute function ledger_is_never_changed();

                create function line_moves_by_ledger_alone() returns trigger language plpgsql as $$
                begin
                  if coalesce(current_setting('grants.ledger_moves', true), 'off') <> 'on' then
                    raise exception 'An appropriation line moves by ledger entries alone (GRA-9).'
                      using errcode = 'restrict_violation';
                  end if;
                  return new;
                end $$;

                create trigger line_moves_by_ledger_alone
                  before update of appropriated, allocated, ordered on appropriation_lines
                  for each row execute function line_moves_by_ledger_alone();

                alter table ledger add constraint only_corrections_give_back
                  check (amount <> 0 and (amount > 0 or corrects is not null));

                insert into ledger (id, line_id, movement, amount, grounds, at, organisation, client)
                select ('00002016-0000-0000-0001-00000000000' || line)::uuid,
                       ('00002016-0000-0000-0000-00000000000' || line)::uuid,
                       'Appropriated', kroner * 100, grounds, '2016-07-04T00:00:00Z', '987879696', 'shipped'
                from (values
                  (1, 3300000, 'Qualification of residents in the five municipalities (S1).'),
                  (2, 250000, 'Coordination meetings and seminars (S1).'),
                  (3, 500000, 'Evaluation (S1).'),
                  (4, 1300000, 'The rest of 5 350 000 kr, not itemised (S1).'),
                  (5, 4500000, 'Career guidance, managed by HK-dir (S0, S1).'),
                  (6, 600000, 'Voluntary organisations, managed by IMDi (S1).')
                ) as appropriation_2016 (line, kroner, grounds);
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                alter table ledger drop constraint only_corrections_give_back;
                drop trigger line_moves_by_ledger_alone on appropriation_lines;
                drop function line_moves_by_ledger_alone();
                drop trigger ledger_is_never_emptied on ledger;
                drop trigger ledger_is_never_changed on ledger;
                drop function ledger_is_never_changed();
                drop trigger ledger_moves_its_line on ledger;
                drop function ledger_moves_its_line();
                """
            );
        }
    }
}
