import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', 'plumbline-report/**'],
    globalSetup: ['server/database/test-run.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
