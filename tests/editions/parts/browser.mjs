/* Chromium, as Debian packs it, without its own traffic to the network. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "./packages.mjs";

const FONTS = fileURLToPath(new URL("../../../fonts", import.meta.url));

/* Pictures with live text are drawn with the fonts of the theme: they are there for the browser, whatever is installed. */
async function withFonts(folder) {
	const file = join(folder, "fonts.conf");

	await writeFile(file, `<?xml version="1.0"?>
<fontconfig>
	<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
	<dir>${FONTS}</dir>
</fontconfig>
`);
	return { ...process.env, FONTCONFIG_FILE: file };
}

/* folder: for a file of settings. */
export async function openBrowser(folder) {
	return chromium.launch({
		env: await withFonts(folder),
		executablePath: process.env.GRADIENT_CHROMIUM ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
			"--disable-component-update", "--disable-sync", "--force-color-profile=srgb"],
	});
}

/*
 * Opens a file in a context of its own: { page, faults, close }. faults grows with errors of scripts, breaches of the
 * content security policy and everything asked for from outside the file.
 */
export async function openFile(browser, path, context = {}) {
	const own = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context });
	const page = await own.newPage();
	const faults = [];
	const url = pathToFileURL(path).href;

	page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
	page.on("console", (message) => {
		if (message.type() === "error" || /Content Security Policy/.test(message.text()))
			faults.push(`console: ${message.text()}`);
	});
	page.on("requestfailed", (request) => faults.push(`not to be had: ${request.url()}`));
	page.on("request", (request) => {
		if (!/^(file|data|blob):/.test(request.url()))
			faults.push(`asked for ${request.url()}`);
	});
	await page.goto(url, { waitUntil: "load" });
	return { page, faults, close: () => own.close() };
}
