/*
 * The report as a folder of pages: together they say what the one page says, every link leads somewhere, and each can be
 * used by everybody.
 */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { openFile } from "../parts/browser.mjs";
import { readDom } from "../reading/html.mjs";
import { outline } from "../reading/outline.mjs";
import { walk } from "../reading/tree.mjs";
import { violations } from "./accessibility.mjs";
import { differences } from "./agreement.mjs";
import { contrastFaults } from "./contrast.mjs";
import { pageRuleFaults } from "./page_rules.mjs";

/* The files of a folder in the order in which they lead to each other, from index.html. */
export async function pagesInOrder(folder) {
	const pages = [];

	for (let name = "index.html"; name;) {
		const source = await readFile(join(folder, name), "utf8");

		pages.push({ name, source });
		name = /<a\b[^>]*\brel="next"[^>]*\bhref="([^"#]+)"/.exec(source)?.[1];
		if (pages.some((page) => page.name === name))
			throw new Error(`${pages.at(-1).name} leads back to ${name}`);
	}
	return pages;
}

/* Links from page to page whose page or place is not there. */
export function linkFaults(pages) {
	const places = new Map(pages.map(({ name, source }) => [name, new Set([...source.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id))]));
	const faults = [];

	for (const { name, source } of pages)
		for (const [, link] of source.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)) {
			const [, file, , place] = /^([^#]*)(#(.*))?$/.exec(link);

			if (/^[a-z]+:/.test(link))
				continue;
			if (!places.has(file || name))
				faults.push(`${name}: ${link} is no page that can be reached by "next"`);
			else if (place && !places.get(file || name).has(decodeURIComponent(place)))
				faults.push(`${name}: ${link} leads to no place`);
		}
	return faults;
}

/* What stands in the main part, without the contents: they lead from page to page. */
const withoutContents = (one) => (one.children
	? { ...one, children: one.children.filter(({ contents }) => !contents).map(withoutContents) } : one);
const main = (tree) => withoutContents([...walk(tree)].map(([one]) => one).find(({ tag }) => tag === "main"));

/*
 * Lines as they are alike in both forms: a page begins with a heading of level 1, links name the page, notes stand at the
 * end of their page and are numbered there.
 */
const alike = (lines) => lines.filter((line) => !/^(note|list|item|end of list)\b|^ +link: \d+ ->/.test(line)).map((line) =>
	line.replace(/^heading \d/, "heading").replace(/ -> .*/, ""));

/* What a page, or the one page, says. */
export const saidBy = async (page) => outline(main(await readDom(page)));

/* Where the pages together, in their order, say something else than the one page. */
export const pageDifferences = (whole, pages) => differences(alike(whole), alike(pages.flat()));

export async function checkWeb(report, browser, document) {
	const folder = join(document.folder, "web");
	const pages = await pagesInOrder(folder);
	const said = [];

	await report.check(`${document.name}: every link of its ${pages.length} pages for the web leads somewhere`, async () => linkFaults(pages));
	for (const { name } of pages) {
		const { page, faults, close } = await openFile(browser, join(folder, name));

		await report.check(`${document.name}, ${basename(name, ".html")}: no violation of axe-core, weak contrast or fault of the page`, async () =>
			[...await violations(page), ...await contrastFaults(page), ...await pageRuleFaults(page), ...faults]);
		said.push(await saidBy(page));
		await close();
	}
	await report.check(`${document.name}: the pages together say what the one page says`, async () => {
		const { page, close } = await openFile(browser, document.path(".html"));
		const whole = await saidBy(page);

		await close();
		return pageDifferences(whole, said);
	});
}
