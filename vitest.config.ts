import {defineConfig} from 'vitest/config';

/** Tests that need the two fictional gemeenten at full size, after a real night. */
const WITH_FIXTURE = ['test/end-to-end/**/*.test.ts', 'test/fixture/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 300_000,
    pool: 'forks',
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      {
        extends: true,
        test: {name: 'parts', include: ['test/**/*.test.ts'], exclude: WITH_FIXTURE},
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: WITH_FIXTURE,
          globalSetup: './test/support/whole-product.ts',
        },
      },
    ],
  },
});
