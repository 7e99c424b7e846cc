/**
 * Settings of a private cluster. What is logged names no statement, no value and no detail: those could hold a person's
 * name or answers.
 */
export const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '40',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // Containers often have 64 MB of shared memory, where parallel plans fail; two cores would gain little.
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  track_commit_timestamp: 'off',
  logging_collector: 'off',
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
};

/** For tests only: nothing survives a loss of power, everything is faster. */
export const FORGETFUL_SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '100',
};
