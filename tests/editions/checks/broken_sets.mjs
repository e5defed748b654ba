/*
 * Checks of the checks that hold several files against each other: pages for the web, tables and their CSV files, the two
 * forms of a chart. One file has a fault, which has to be found.
 */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openFile } from "../parts/browser.mjs";
import { readPdf } from "../reading/pdf.mjs";
import { numberFaults } from "./numbers.mjs";
import { likenessFaults } from "./pictures.mjs";
import { linkFaults, pageDifferences, pagesInOrder, saidBy } from "./web.mjs";

const replaced = (list, at, item) => list.map((one, place) => (place === at ? item : one));

/* A sound file must have what is spoiled in it, and the check has nothing to say of it. */
async function checkFound(report, name, sound, spoil, faultsOf) {
	await report.check(name, async () => {
		const spoiled = spoil(sound);

		if (spoiled === sound)
			return ["the file has nothing of the kind to spoil"];
		const before = await faultsOf(sound);

		if (before.length > 0)
			return ["there is a fault already", ...before];
		return (await faultsOf(spoiled)).length > 0 ? [] : ["it was not found"];
	});
}

/* -- pages for the web -------------------------------------------------------------------------- */

const LINKS = [
	["a link to a page that is not there", (source) => source.replace(/(<a\b[^>]*\bhref=")[a-z]+\.html/, "$1nowhere.html")],
	["a link to a place that is not there", (source) => source.replace(/(<a\b[^>]*\bhref="[^"#]*#)[^"]+/, "$1nowhere")],
];
const PARAGRAPH = /(<main\b[^]*?)(<p\b[^>]*>[^<]+<\/p>)/;
const SAID = [
	["a number that differs", (source) => source.replace(/(<td\b[^>]*>)\d/, "$19")],
	["a paragraph that is gone", (source) => source.replace(PARAGRAPH, "$1")],
	["a paragraph that stands twice", (source) => source.replace(PARAGRAPH, "$&$2")],
];

async function saidByFiles(browser, paths) {
	const said = [];

	for (const path of paths) {
		const { page, close } = await openFile(browser, path);

		said.push(await saidBy(page));
		await close();
	}
	return said;
}

async function checkBrokenWeb(report, browser, document, folder) {
	const pages = await pagesInOrder(join(document.folder, "web"));
	const [whole] = await saidByFiles(browser, [document.path(".html")]);
	/* One that has tables and paragraphs. */
	const at = pages.findIndex(({ source }) => /<td\b/.test(source) && PARAGRAPH.test(source));
	const others = await saidByFiles(browser, pages.map(({ name }) => join(document.folder, "web", name)));

	await cp(join(document.folder, "web"), folder, { recursive: true });
	for (const [name, spoil] of LINKS)
		await checkFound(report, `found in pages for the web: ${name}`, pages[at].source, spoil, (source) =>
			linkFaults(replaced(pages, at, { ...pages[at], source })));
	for (const [name, spoil] of SAID)
		await checkFound(report, `found in pages for the web: ${name}`, pages[at].source, spoil, async (source) => {
			const path = join(folder, pages[at].name);

			await writeFile(path, source);
			return pageDifferences(whole, replaced(others, at, (await saidByFiles(browser, [path]))[0]));
		});
}

/* -- tables and their CSV files ----------------------------------------------------------------- */

const NUMBERS = /,number,([^"]*),shown,/;

/* The numbers of two rows change places: each stands in the file still, but in the row of another group. */
function exchanged(source) {
	const lines = source.split("\n");
	const [one, other] = [2, 3].map((at) => NUMBERS.exec(lines[at])[1]);

	return lines.map((line, at) => (at === 2 ? line.replace(one, other) : at === 3 ? line.replace(other, one) : line)).join("\n");
}

const ROWS = [
	["a number that differs", (source) => source.replace(/,150,/, ",151,")],
	["numbers in the row of another group", exchanged],
	["a row that is gone", (source) => source.split("\n").filter((line, at) => at !== 3).join("\n")],
];

async function checkBrokenNumbers(report, document, folder) {
	const { tree } = await readPdf(document.path(".pdf"));
	const name = "Figure_1_A1_by_deprivation.csv";

	await cp(document.data, folder, { recursive: true });
	const sound = await readFile(join(folder, name), "utf8");

	for (const [fault, spoil] of ROWS)
		await checkFound(report, `found in CSV: ${fault}`, sound, spoil, async (source) => {
			await writeFile(join(folder, name), source);
			return numberFaults(tree, folder);
		});
}

/* -- the two forms of a chart ------------------------------------------------------------------- */

const FORMS = [
	["a label that is missing", (source) => source.replace(/<text\b[^>]*>1 most deprived<\/text>/, "")],
	["a label of other words", (source) => source.replace(">1 most deprived<", ">1<")],
	["a bar that is shorter", (source) => source.replace(/(<g class="bar"[^>]*><rect[^>]* width=")[\d.]+/, "$120")],
	["bars of another colour", (source) => source.replace(/(<g class="bar" fill=")[^"]+/, "$1#801650")],
	["another size", (source) => source.replace(/ width="[\d.]+mm"/, " width=\"100mm\"")],
	["nothing but paper", (source) => source.replace(/(<rect class="background"[^>]*>)[^]*<\/g>\s*<\/svg>/, "$1</g></svg>")],
];

async function checkBrokenForms(report, browser, document) {
	const page = await browser.newPage();
	const [live, outlined] = await Promise.all([".text.svg", ".svg"].map((suffix) =>
		readFile(join(document.folder, `charts/fig-deprivation${suffix}`), "utf8")));

	for (const [fault, spoil] of FORMS)
		await checkFound(report, `found in a chart with live text: ${fault}`, live, spoil, (source) => likenessFaults(page, source, outlined));
	await page.close();
}

export async function checkBrokenSets(report, browser, document, folder) {
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await checkBrokenWeb(report, browser, document, join(folder, "web"));
	await checkBrokenNumbers(report, document, join(folder, "csv"));
	await checkBrokenForms(report, browser, document);
}
