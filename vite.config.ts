import adonisjs from '@adonisjs/vite/client'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const uswds = fileURLToPath(new URL('node_modules/@uswds/uswds', import.meta.url))

/** One stylesheet and one small script; pages work without the script. Small pictures live in the stylesheet. */
export default defineConfig({
  plugins: [
    adonisjs({
      entryPoints: ['resources/css/app.scss', 'resources/js/app.js'],
      reload: ['resources/views/**/*.edge'],
    }),
  ],
  resolve: { alias: { '~img': `${uswds}/dist/img` } },
  css: {
    preprocessorOptions: { scss: { loadPaths: [`${uswds}/packages`], quietDeps: true } },
  },
  build: { assetsInlineLimit: 4096 },
})
