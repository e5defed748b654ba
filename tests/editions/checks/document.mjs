/* One document: its PDF file, its HTML file, and whether they say the same. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openFile } from "../parts/browser.mjs";
import { readAccessible, readDom } from "../reading/html.mjs";
import { outline, tight } from "../reading/outline.mjs";
import { readPdf } from "../reading/pdf.mjs";
import { WAYS, lookIn, violations } from "./accessibility.mjs";
import { differences } from "./agreement.mjs";
import { contrastFaults } from "./contrast.mjs";
import { keyboardFaults, regionFaults, skipLinkFaults } from "./keyboard.mjs";
import { layoutFaults } from "./layout.mjs";
import { numberFaults } from "./numbers.mjs";
import { pageRuleFaults } from "./page_rules.mjs";
import { conformityFaults, fileFaults } from "./pdf.mjs";
import { spaceFaults } from "./spaces.mjs";

export async function checkPdf(report, document) {
	const files = [["PDF", document.path(".pdf")], ...(document.archive ? [["PDF for the archive", document.archive]] : [])];

	for (const [what, path] of files) {
		await report.check(`${document.name}: ${what} meets PDF/UA-1`, () => conformityFaults(path));
		await report.check(`${document.name}: ${what} is sound for qpdf`, () => fileFaults(path));
	}
}

/* The same headings, texts, lists, tables, figures, captions, notes and links in the same order. */
export async function checkAgreement(report, browser, document) {
	const pdf = await readPdf(document.path(".pdf"));
	const lines = outline(pdf.tree);
	const html = await openFile(browser, document.path(".html"));
	const still = await openFile(browser, document.path(".html"), { javaScriptEnabled: false });

	try {
		const elements = outline(await readDom(html.page));

		report.tell(`${document.name}: pdf.js sees the tags that stand in the file`, pdf.faults);
		await report.check(`${document.name}: the PDF's tags say what the HTML's elements say`, () => differences(lines, elements));
		await report.check(`${document.name}: the PDF's tags say what the accessibility tree says`, async () =>
			differences(tight(lines), tight(outline(await readAccessible(html.page)))));
		await report.check(`${document.name}: words of the PDF stay apart`, () => spaceFaults(document.path(".pdf"), pdf.texts));
		if (document.data)
			await report.check(`${document.name}: numbers of tables are those of their CSV files`, () => numberFaults(pdf.tree, document.data));
		await report.check(`${document.name}: nothing is lost with scripts off`, async () =>
			differences(elements, outline(await readDom(still.page))));
		await report.check(`${document.name}: no fault of scripts, policy or links`, async () =>
			[...html.faults, ...still.faults, ...(await pageRuleFaults(html.page))]);
	} finally {
		await html.close();
		await still.close();
	}
}

export async function checkLooks(report, browser, path, name, pictures) {
	const { page, faults, close } = await openFile(browser, path);

	await mkdir(pictures, { recursive: true });
	for (const way of WAYS) {
		await lookIn(page, way);
		await report.check(`${name}: no violation of axe-core, ${way.name}`, () => violations(page, way));
		await page.screenshot({ path: join(pictures, `${name}-${way.name}.png`.replaceAll(/[ ,]+/g, "-")) });
		if (/1280|dark/.test(way.name))
			await report.check(`${name}: contrast of every text, ${way.name}`, () => contrastFaults(page));
	}
	await lookIn(page, WAYS[0]);
	for (const { name: way, faults: found } of await layoutFaults(page))
		report.tell(`${name}: nothing lost, ${way}`, found);
	for (const way of [WAYS[0], WAYS[2]]) {
		await lookIn(page, way);
		await report.check(`${name}: parts that scroll are reached by the keyboard, ${way.name}`, () => regionFaults(page));
	}
	await lookIn(page, WAYS[0]);
	await report.check(`${name}: every stop of the keyboard in order and seen`, () => keyboardFaults(page));
	await report.check(`${name}: the first link skips to the text`, () => skipLinkFaults(page));
	report.tell(`${name}: no fault of scripts while it was used`, faults);
	await close();
}
