/**
 * In SQL, for both walls: who acts, and which grants are in force.
 *
 * A grant is in force until its last day, in the time zone of the organisation; the last grant of an admin for the organisation does not lapse.
 * `app_reach` gives the programs in which the acting person holds one of the roles; the organisation's own id among them means everywhere.
 * It is written in PL/pgSQL because that keeps its plan: without that, every statement would plan it anew.
 * Without a context there is nobody: every condition is null, and no row is seen. Everything runs with the rights of whoever asks.
 */
export const HELD_ROLES_SQL = `
create or replace function app_now() returns timestamptz language sql stable parallel safe
  return nullif(current_setting('app.at', true), '')::timestamptz;
drop function if exists app_reach(text[]);
drop view if exists role_grants_in_force;
create view role_grants_in_force with (security_invoker = true) as
  select held.organisation_id, held.id, held.person_id, held.role, held.program_id, held.ends_on
  from role_grants as held join organisations on organisations.id = held.organisation_id
  where held.ended_at is null
    and (held.ends_on >= (app_now() at time zone organisations.time_zone)::date
      or (held.role = 'admin' and held.program_id is null and not exists (
        select from role_grants as later
        where later.organisation_id = held.organisation_id and later.role = 'admin' and later.program_id is null
          and later.ended_at is null and later.ends_on > held.ends_on)));
create function app_reach(roles text[]) returns uuid[] language plpgsql stable as $$ begin
  return array(select coalesce(held.program_id, held.organisation_id) from public.role_grants_in_force as held
    where held.organisation_id = public.app_organisation() and held.person_id = public.app_person() and held.role = any (roles));
end $$;
grant select on role_grants_in_force to app_rt;`;
