import { expect, test } from 'vitest';
import { ownHost } from './own-host.ts';

test.each([
  ['https://m.example.org', 'm.example.org', 'ours'],
  ['https://m.example.org', 'M.Example.ORG:443', 'ours'],
  ['https://m.example.org', 'm.example.org:80', 'another'],
  ['https://m.example.org', 'm.example.org.', 'another'],
  ['https://m.example.org', 'm.example.org.evil.example', 'another'],
  ['https://m.example.org', 'localhost', 'another'],
  ['https://m.example.org:8443', 'm.example.org:8443', 'ours'],
  ['https://m.example.org:8443', 'm.example.org', 'another'],
  ['http://127.0.0.1:7420', '127.0.0.1:7420', 'ours'],
  ['http://127.0.0.1:7420', 'localhost:7420', 'this-machine'],
  ['http://127.0.0.1:7420', '[::1]:7420', 'this-machine'],
  ['http://127.0.0.1:7420', 'localhost:7421', 'another'],
  ['http://127.0.0.1:7420', 'localhost', 'another'],
  ['http://127.0.0.1:7420', 'rebound.example:7420', 'another'],
  ['http://127.0.0.1:7420', '127.0.0.1.rebound.example:7420', 'another'],
  ['http://localhost:80', 'localhost', 'ours'],
] as const)('%s called as %s is %s', (origin, host, called) =>
  expect(ownHost(new URL(origin).origin, host)).toBe(called),
);
