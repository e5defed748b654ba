/*
 * What is heard of the small report in heard/, from its PDF and from its HTML: compared with what has been listened
 * to and found good, in heard/pdf.txt and heard/html.txt.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openFile } from "../parts/browser.mjs";
import { heard } from "../reading/heard.mjs";
import { readAccessible } from "../reading/html.mjs";
import { readPdf } from "../reading/pdf.mjs";
import { differences } from "./agreement.mjs";

const FOLDER = "tests/editions/heard";

async function compare(report, name, said, accept) {
	const path = join(FOLDER, name);

	if (accept)
		await writeFile(path, said);
	await report.check(`what is heard stands in ${path}`, async () =>
		differences((await readFile(path, "utf8")).split("\n"), said.split("\n")));
}

export async function checkHeard(report, browser, document, accept) {
	const { page, close } = await openFile(browser, document.path(".html"));

	await compare(report, "pdf.txt", heard((await readPdf(document.path(".pdf"))).tree), accept);
	await compare(report, "html.txt", heard(await readAccessible(page)), accept);
	await close();
}
