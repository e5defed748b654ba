/*
 * Checks of the checks: editions of the small report with one fault each, which has to be found. A check that cannot
 * fail says nothing.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openFile } from "../parts/browser.mjs";
import { runWell } from "../parts/run.mjs";
import { readAccessible, readDom } from "../reading/html.mjs";
import { outline, tight } from "../reading/outline.mjs";
import { readPdf } from "../reading/pdf.mjs";
import { violations } from "./accessibility.mjs";
import { differences } from "./agreement.mjs";
import { contrastFaults } from "./contrast.mjs";
import { keyboardFaults, regionFaults, skipLinkFaults } from "./keyboard.mjs";
import { layoutFaults } from "./layout.mjs";
import { pageRuleFaults } from "./page_rules.mjs";
import { conformityFaults } from "./pdf.mjs";

const styled = (css) => (page) => page.evaluate((rules) => {
	const sheet = new CSSStyleSheet();

	sheet.replaceSync(rules);
	document.adoptedStyleSheets = [sheet];
}, css);
const styledFromTheBeginning = (css) => (page) => page.addInitScript((rules) => addEventListener("load", () => {
	const sheet = new CSSStyleSheet();

	sheet.replaceSync(rules);
	document.adoptedStyleSheets.push(sheet);
}), css);
const narrow = async (page) => {
	await page.setViewportSize({ width: 320, height: 900 });
	return regionFaults(page);
};
const laidOut = async (page) => (await layoutFaults(page)).flatMap(({ faults }) => faults);
const agrees = (read) => async (page, { lines }) => differences(tight(lines), tight(outline(await read(page))));
const opened = async (page, { faults }) => faults;

/* name of the fault; [what is replaced, by what] in the file, or what is done to the page; the check that finds it. */
const PAGES = [
	["a picture without a name", [/(<svg\b[^>]*>\s*)<title\b[^>]*>[^<]*<\/title>/, "$1"], violations],
	["a heading that skips a level", [/<h3\b([^>]*)>([^]*?)<\/h3>/, "<h5$1>$2</h5>"], pageRuleFaults],
	["a heading of a table without scope", [/ scope="row"/, ""], pageRuleFaults],
	["a link that leads nowhere", [/href="#how"/, "href=\"#nowhere\""], pageRuleFaults],
	["no language", [/<html lang="[^"]*"/, "<html"], violations],
	["a word that the PDF lacks", [/Few admissions/, "Very few admissions"], agrees(readDom)],
	["a number that differs", [/>1,130</, ">1,131<"], agrees(readAccessible)],
	["a paragraph elsewhere", [/(<p\b[^>]*>Few admissions[^]*?<\/p>)([^]*?<\/table>)/, "$2$1"], agrees(readAccessible)],
	["a cell that is no heading", [/<th\b[^>]*scope="row"[^>]*>([^<]*)<\/th>/, "<td>$1</td>"], agrees(readAccessible)],
	["text hidden from screen readers", [/<p\b([^>]*)>Few/, "<p aria-hidden=\"true\"$1>Few"], agrees(readAccessible)],
	["a text wider than the window", styled("main { min-width: 900px !important; }"), laidOut],
	["a script", [/<\/main>/, "<script>throw new Error(\"spoiled\")</script></main>"], opened],
	["something asked for from elsewhere", [/<\/main>/, "<img alt=\"\" src=\"http://127.0.0.1:9/picture.png\"></main>"], opened],
	["no link that skips", [/<a class="skip"[^]*?<\/a>/, ""], skipLinkFaults],
	["a stop out of order", [/<\/main>/, "<a href=\"#how\" tabindex=\"1\">First</a></main>"], keyboardFaults],
	["a focus that is not seen", styledFromTheBeginning("*:focus, *:focus-visible { outline: none !important; box-shadow: none !important; }"), keyboardFaults],
	["grey text on white", styled("p { color: #999 !important; }"), contrastFaults],
	["pale text in a picture", styled("svg text { fill: #ccc !important; }"), contrastFaults],
	["text cut off when spaces are wide", styled("p { height: 1.2em !important; overflow: hidden !important; }"), laidOut],
	["a part that scrolls out of reach", [/(<[^>]*role="region"[^>]*) tabindex="0"/g, "$1"], narrow],
];

export async function checkBrokenPages(report, browser, document, folder) {
	const whole = await readFile(document.path(".html"), "utf8");
	const lines = outline((await readPdf(document.path(".pdf"))).tree);

	await mkdir(folder, { recursive: true });
	for (const [number, [name, spoil, find]] of PAGES.entries()) {
		await report.check(`found in HTML: ${name}`, async () => {
			const path = join(folder, `${number + 1}.html`);
			const spoiled = Array.isArray(spoil) ? whole.replace(...spoil) : whole;

			if (Array.isArray(spoil) && spoiled === whole)
				return ["the file has nothing of the kind to spoil"];
			await writeFile(path, spoiled);
			const { page, faults, close } = await openFile(browser, path);

			if (!Array.isArray(spoil))
				await spoil(page);
			await page.waitForTimeout(20);
			const found = await find(page, { lines, faults, whole: true });

			await close();
			return found.length > 0 ? [] : ["it was not found"];
		});
	}
}

const conforms = (path) => conformityFaults(path);
const tagsAgree = async (path, { elements }) => differences(outline((await readPdf(path)).tree), elements);

/* What is replaced in the file with its objects laid open. */
const FILES = [
	["a figure without a text", [/\/Alt(?= [(<])/, "/Xlt"], conforms],
	["a heading that skips a level", [/\/S \/H3/, "/S /H5"], conforms],
	["a heading of another level", [/\/S \/H3/, "/S /H2"], tagsAgree],
	["a heading of a table that is a cell", [/\/S \/TH\b/, "/S /TD"], tagsAgree],
	["a heading of a column said to be of a row", [/\/Scope \/Column/, "/Scope /Row"], tagsAgree],
	["characters without a meaning", [/\/ToUnicode /g, "/XoUnicode "], conforms],
	["no language", [/\/Lang(?= [(<])/g, "/Xang"], conforms],
	["no mark that it has tags", [/\/Marked true/, "/Marked false"], conforms],
	["a link without words", [/\/Contents(?= [(<])/, "/Xontents"], conforms],
	["a text that is in no tag", [/\/P <<\s*\/MCID \d+\s*>>\s*BDC/, "/Artifact BMC"], conforms],
	["no claim to be PDF/UA", [/<pdfuaid:part>1</, "<pdfuaid:part>7<"], conforms],
];

/* Puts right the places of objects in a file laid open, so that the fault made in it is the only one. */
const closeAgain = (open, path) => runWell("sh", ["-c", "fix-qdf \"$1\" >\"$2\"", "fix-qdf", open, path]);

export async function checkBrokenFiles(report, browser, document, folder) {
	const open = join(folder, "open.pdf");
	const html = await openFile(browser, document.path(".html"));
	const elements = outline(await readDom(html.page));

	await html.close();
	await mkdir(folder, { recursive: true });
	await runWell("qpdf", ["--qdf", "--object-streams=disable", document.path(".pdf"), open]);
	const whole = await readFile(open, "latin1");

	await report.check("a PDF laid open has no fault yet", () => conformityFaults(open));
	for (const [number, [name, spoil, find]] of FILES.entries()) {
		await report.check(`found in PDF: ${name}`, async () => {
			const path = join(folder, `${number + 1}.pdf`);
			const spoiled = whole.replace(...spoil);

			if (spoiled === whole)
				return ["the file has nothing of the kind to spoil"];
			await writeFile(`${path}.open`, spoiled, "latin1");
			await closeAgain(`${path}.open`, path);
			return (await find(path, { elements })).length > 0 ? [] : ["it was not found"];
		});
	}
}
