// Bundles the client, names each file after its content, compresses it and writes the manifest the server embeds.
// Usage: node build.mjs <output directory>
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = import.meta.dirname;
const out = resolve(process.argv[2] ?? join(here, "dist"));
const types = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8" };

const bundle = await build({
  absWorkingDir: here,
  entryPoints: ["src/app.ts", "styles/app.css"],
  outdir: "out",
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  target: ["es2022", "chrome123", "firefox120", "safari17.5"],
  legalComments: "none",
  banner: { js: "/*! Contains uPlot (MIT), see licences.txt beside this file. */" },
});

const files = bundle.outputFiles.map(file => ({ key: basename(file.path), bytes: Buffer.from(file.contents) }));
files.push({ key: "icon.svg", bytes: readFileSync(join(here, "styles/icon.svg")) });
files.push({ key: "licences.txt", bytes: Buffer.from("uPlot\n\n" + readFileSync(join(here, "node_modules/uplot/LICENSE"), "utf8")) });

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const manifest = [];
for (const { key, bytes } of files) {
  const hash = createHash("sha384").update(bytes).digest();
  const name = basename(key, extname(key)) + "-" + hash.toString("hex").slice(0, 12) + extname(key);
  writeFileSync(join(out, name), bytes);
  writeFileSync(join(out, name + ".gz"), gzipSync(bytes, { level: 9 }));
  writeFileSync(join(out, name + ".br"), brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }));
  manifest.push({ key, name, contentType: types[extname(key)], integrity: "sha384-" + hash.toString("base64") });
}

// Written last: the build takes its presence for success.
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 1));
