import {defineConfig} from 'vite';

/** The browser app: from dashboard/app to dist/app. Nothing inline, so that the strict CSP holds. */
export default defineConfig({
  root: 'dashboard/app',
  build: {
    outDir: '../../dist/app',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    chunkSizeWarningLimit: 900,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Half a kilobyte in a file of its own costs twice that in headers.
        codeSplitting: {
          groups: [
            {
              name: 'samen',
              test: /dashboard\/(app|charts)\/(page-context|choice|rug\/verdict|pages\/prose)|(charts\/(period|figure-text)|queries\/contract)/,
            },
          ],
        },
      },
    },
  },
  server: {proxy: {'/api': 'http://127.0.0.1:8080'}},
});
