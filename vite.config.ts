import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The portal: `src/web`, built into `dist/web` by `local/build-web.ts`. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    target: 'es2023',
    assetsDir: 'assets',
    // Styles are made at run time by Fluent; nothing is small enough to be worth a data: address that the CSP would have to allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
});
