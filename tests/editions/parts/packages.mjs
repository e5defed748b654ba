/*
 * The packages from npm: installed into the build folder by their lock file, never beside the sources, so their
 * place is told by the environment.
 */
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.env.GRADIENT_PACKAGES ?? "output/build/editions/node_modules");
const require = createRequire(join(folder, "/"));

export const { chromium } = require("playwright-core");
export const axeSource = join(folder, "axe-core/axe.min.js");

// Drawing is not needed here, and pdf.js complains on standard output when these are missing.
globalThis.DOMMatrix ??= class {};
globalThis.Path2D ??= class {};

export const pdfjs = await import(pathToFileURL(join(folder, "pdfjs-dist/legacy/build/pdf.mjs")).href);
