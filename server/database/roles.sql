-- Roles and what nobody but the owner may do. Runs as the owner of the database before every migration; saying it twice
-- changes nothing. Who may do what in which table is not said here: server/access does that.

do $$
declare
  wanted text;
begin
  foreach wanted in array array['app_owner', 'app_rt', 'app_door', 'app_sealer', 'app_login'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        null; -- made by another start meanwhile
      end;
    end if;
  end loop;
end
$$;

-- app_owner owns tables; app_rt acts for a person; app_door serves before anybody is known; app_sealer seals the record;
-- app_login only chooses.
-- What holds already is not said again: another owner on the same server may not.
do $$
declare
  acts boolean;
  acting text;
begin
  if exists (select from pg_roles where rolname = 'app_login' and (rolinherit or not rolcanlogin)) then
    alter role app_login login noinherit;
  end if;
  foreach acting in array array['app_rt', 'app_door', 'app_sealer'] loop
    if not pg_has_role('app_login', acting, 'member') then
      execute format('grant %I to app_login', acting);
    end if;
  end loop;
  -- From 16 on, being a member and acting as one are two things.
  execute format('select pg_has_role(current_user, ''app_owner'', %L)',
    case when current_setting('server_version_num')::integer < 160000 then 'member' else 'set' end) into acts;
  if not acts then
    execute format('grant app_owner to %I', current_user);
  end if;
end
$$;

do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to app_login', current_database());
  execute format('grant create, connect on database %I to app_owner', current_database());
end
$$;
revoke all on schema public from public;
grant usage, create on schema public to app_owner;
grant usage on schema public to app_login, app_rt, app_door, app_sealer;

-- Functions that run a text as a statement, change a setting, end other sessions, read what they do, or write outside
-- tables. An injected piece of a statement could call them; we never do. Only a superuser can take them away.
do $$
declare
  one regprocedure;
begin
  for one in
    select oid from pg_proc
    where pronamespace = 'pg_catalog'::regnamespace
      and (proname in ('set_config', 'ts_stat', 'pg_terminate_backend', 'pg_cancel_backend', 'pg_stat_get_activity',
                       'pg_logical_emit_message', 'loread', 'lowrite')
        or proname ~ '^(query|cursor|table|schema|database)_to_xml'
        or (proname = 'ts_rewrite' and pronargs = 2)
        or proname ~ '^lo_')
      and pg_has_role(current_user, proowner, 'usage')
      and has_function_privilege('app_rt', oid, 'execute')
  loop
    execute format('revoke execute on function %s from public', one);
  end loop;
  -- Migrations set how long they wait for locks.
  if pg_has_role(current_user, (select proowner from pg_proc where proname = 'set_config'), 'usage') then
    grant execute on function set_config(text, text, boolean) to app_owner;
  end if;
end
$$;

-- A `do` block could hold any statement; only the owner writes functions.
do $$
declare
  language text;
begin
  for language in
    select lanname from pg_language
    where lanpltrusted and pg_has_role(current_user, lanowner, 'usage') and lanname in ('plpgsql', 'sql')
  loop
    execute format('revoke usage on language %I from public', language);
    execute format('grant usage on language %I to app_owner', language);
  end loop;
end
$$;
